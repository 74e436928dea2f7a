package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about what editors add to the lists: English here, Vietnamese in {@code messages/further_vi.properties}. */
@MessageBundle(value = "further", locale = "en")
interface FurtherTexts {
    @Message("You must come in person.")
    String presence_needed();

    @Message("You need not come in person.")
    String presence_not_needed();

    @Message("{n} certified copy or copies")
    String certified(int n);

    @Message("Conditions")
    String conditions();

    @Message("How it goes")
    String steps();

    @Message("Why only in part online: {reason}")
    String online_reason(String reason);

    @Message("Also takes part")
    String coordination();

    @Message("its share of the time limit: {share}")
    String share(String share);

    @Message("Form")
    String template();

    @Message("not needed where the data are there: {data}")
    String replaced_by(String data);

    @Message("Free or reduced for")
    String exemptions();

    @Message("ground: {ground}")
    String ground(String ground);

    @Message("Who may ask for it")
    String subjects();

    @Message("In person")
    String presence();
}
