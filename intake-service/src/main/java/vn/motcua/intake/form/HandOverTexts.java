package vn.motcua.intake.form;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of hand-over records of the post. Vietnamese in {@code messages/handover_vi.properties} is official. */
@MessageBundle(value = "handover", locale = "en")
interface HandOverTexts {
    @Message("Hand-over record of dossiers sent by post")
    String title();

    @Message("Signed")
    String signed_at();

    @Message("Handed over by (post)")
    String giving();

    @Message("Taken over by (centre)")
    String taking();

    @Message("{name}, number {number}")
    String postman(String name, String number);

    @Message("No.")
    String serial();

    @Message("Slip number")
    String slip();

    @Message("Sender")
    String sender();

    @Message("Procedure")
    String procedure();

    @Message("Papers listed and counted")
    String papers();

    @Message("Result")
    String result();

    @Message("complete")
    String complete();

    @Message("papers missing")
    String incomplete();

    @Message("listed {listed}, found {found}")
    String found(int listed, int found);

    @Message("listed {listed}, found {found}: MISSING")
    String missing(int listed, int found);

    @Message("Items: {items}; complete: {complete}; with papers missing: {missing}.")
    String total(int items, int complete, int missing);

    @Message("Postman")
    String sign_postman();

    @Message("Receiving officer")
    String sign_officer();

    @Message("(signature and full name)")
    String sign_hint();

    @Message(
            "The time at which this record is signed is the time of filing of the dossiers in it (Decision 45/2016/QĐ-TTg Art. 7(4)).")
    String foot();

    @Message("Closed and numbered in the system at {at}.")
    String closed(String at);
}
