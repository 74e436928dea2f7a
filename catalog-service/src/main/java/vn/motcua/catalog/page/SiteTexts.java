package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about what this site shows beyond the procedures: English here, Vietnamese in {@code messages/site_vi.properties}. */
@MessageBundle(value = "site", locale = "en")
interface SiteTexts {
    @Message("unofficial translation")
    String unofficial();

    @Message("English names are translations of ours, which no authority issued: the Vietnamese name counts.")
    String unofficial_note();

    @Message("The whole catalogue as open data")
    String open_data();

    @Message("Board of this field to hang up (PDF, A3)")
    String board();
}
