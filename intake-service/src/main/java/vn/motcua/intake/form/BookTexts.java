package vn.motcua.intake.form;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of forms 06 and 07, which are read out of the history. Vietnamese in {@code messages/book_vi.properties} is official. */
@MessageBundle(value = "book", locale = "en")
interface BookTexts {
    @Message("Dossier code")
    String code();

    @Message("Procedure")
    String procedure();

    @Message("Agency (unit) that handles it")
    String handling();

    @Message("Agency that works with it")
    String coordinating();

    @Message("Received")
    String received();

    @Message("Appointment")
    String due();

    @Message("Handed over by → taken over by")
    String from_to();

    @Message("Time of hand-over")
    String at();

    @Message("Result")
    String result();

    @Message("Note")
    String note();

    @Message("early")
    String early();

    @Message("on time")
    String on_time();

    @Message("late")
    String late();

    @Message("Submitter")
    String person();

    @Message("Signing leader")
    String leader();

    @Message("handed on by the system")
    String automatic();

    @Message("supplement asked")
    String supplement_asked();

    @Message("supplement asked for {times} times")
    String supplements(int times);

    @Message("supplement received")
    String supplied();

    @Message("sent back")
    String sent_back();

    @Message("not accepted yet")
    String awaits_acceptance();

    @Message("accepted")
    String accepted();

    @Message("acceptance declined")
    String declined();

    @Message("taken back")
    String recalled();

    @Message("opinion asked")
    String opinion_asked();

    @Message("opinion given")
    String opinion_given();

    @Message("opinion no longer needed")
    String opinion_withdrawn();

    @Message(
            "The early, on-time or late mark is made as the taking side sees it. As recorded by the system at {instant}.")
    String control_foot(String instant);

    @Message("From {from} to {to}")
    String period(String from, String to);

    @Message("No.")
    String serial();

    @Message("Procedure code")
    String procedure_code();

    @Message("Organisation, person")
    String who();

    @Message("Address")
    String address();

    @Message("Phone")
    String phone();

    @Message("Lead agency")
    String lead();

    @Message("Returned")
    String returned();

    @Message("Way the result is received")
    String return_mode();

    @Message("Signature")
    String signature();

    @Message("at the counter")
    String at_counter();

    @Message("electronically")
    String electronically();

    @Message("by post")
    String by_post();

    @Message("No dossier was received in this period.")
    String empty();

    @Message("As recorded by the system at {instant}. {lines} lines.")
    String register_foot(String instant, String lines);
}
