package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about a centre: English here, Vietnamese in {@code messages/centre_vi.properties}. */
@MessageBundle(value = "centre", locale = "en")
interface UnitTexts {
    @Message("Address")
    String address();

    @Message("Hotline")
    String hotline();

    @Message("The centre's telephone number is not known here yet.")
    String hotline_unknown();

    @Message("Ask in writing")
    String ask();

    @Message("Not known here yet.")
    String address_unknown();

    @Message("Receives people")
    String reception();

    @Message("Days on which the centre only receives are not counted in time limits.")
    String reception_does_not_count();

    @Message("{from} to {to}: {hours}")
    String season(String from, String to, String hours);

    @Message("Publicity of its procedures (Decision 766)")
    String publicity();
}
