package vn.motcua.intake.form;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of the official forms. Vietnamese in {@code messages/form_vi.properties} is the official text; English only explains it to
 * those who asked for it.
 */
@MessageBundle(value = "form", locale = "en")
interface FormTexts {
    @Message("Public Administration Service Centre")
    String centre();

    @Message("People's Committee of {unit}")
    String committee(String unit);

    @Message("SOCIALIST REPUBLIC OF VIET NAM")
    String nation();

    @Message("Independence – Freedom – Happiness")
    String motto();

    @Message("No. {number}")
    String number(String number);

    @Message("{place}, {day}/{month}/{year}")
    String place_and_date(String place, String day, String month, String year);

    @Message("Receipt of a dossier and appointment for its result")
    String title_receipt();

    @Message("Request to supplement and complete a dossier")
    String title_supplement();

    @Message("Refusal to receive a dossier")
    String title_refusal();

    @Message("Notice that a dossier is stopped")
    String title_stop();

    @Message("Apology and new date for the result")
    String title_apology();

    @Message("Notice that a dossier has ended without an answer to its supplement request")
    String title_lapse();

    @Message("Control slip of the handling of a dossier")
    String title_control_slip();

    @Message("Register of dossiers")
    String title_register();

    @Message("{name} ({pages} p., {copies} copies)")
    String copied(String name, int pages, int copies);

    @Message("To")
    String addressed_to();

    @Message("Date promised on the receipt")
    String promised_at();

    @Message("New date for the result")
    String new_due_at();

    @Message(
            "The result cannot be given on the date promised. We apologise for the delay and ask for your understanding.")
    String apologised();

    @Message("Head of the unit")
    String sign_head();

    @Message("Dossier code")
    String code();

    @Message("Reference for tracking")
    String reference();

    @Message("Received by")
    String received_by();

    @Message("Received from")
    String received_from();

    @Message("Dossier of")
    String dossier_of();

    @Message("Identification number")
    String identifier();

    @Message("Address")
    String address();

    @Message("Phone")
    String phone();

    @Message("E-mail")
    String email();

    @Message("Handed in by, under authorisation")
    String submitter();

    @Message("Matter requested")
    String matter();

    @Message("Papers handed in")
    String papers();

    @Message("To be supplemented or completed")
    String to_supply();

    @Message("Number of sets")
    String sets();

    @Message("Time limit")
    String limit();

    @Message("Received at")
    String received_at();

    @Message("Result due at")
    String due_at();

    @Message("{date} (the calendar of that year is not final; you will be told if the date changes)")
    String provisional(String date);

    @Message("no date is set for this procedure")
    String no_date();

    @Message("Result collected")
    String collect();

    @Message("at the centre of {unit}")
    String collect_counter(String unit);

    @Message("electronically")
    String collect_electronic();

    @Message("by post")
    String collect_post();

    @Message("Fee")
    String fee();

    @Message("free")
    String fee_free();

    @Message("{amount} đ, paid")
    String fee_paid(String amount);

    @Message("{amount} đ, to be paid")
    String fee_open(String amount);

    @Message("not established")
    String fee_unknown();

    @Message("Reason")
    String reason();

    @Message("Asked on")
    String asked_on();

    @Message("Look up and ask")
    String hotline();

    @Message(
            "Scan the code or open {url} and enter the reference and the PIN to follow the dossier. The dossier code alone opens nothing.")
    String look_up(String url);

    @Message("Please bring this slip or an identity paper to collect the result.")
    String bring_slip();

    @Message("Papers are asked for once, all together. Nobody may ask for papers beyond the published list.")
    String once();

    @Message("Legal ground for asking once more")
    String further_ground();

    @Message(
            "This is request no. {request}. Papers are asked for once only, unless the law gives a ground; the centre apologises for the second visit.")
    String once_more(String request);

    @Message("The centre does not receive this dossier for the reason above.")
    String refused();

    @Message("The dossier is stopped on request. Papers handed in are given back at the centre.")
    String stopped();

    @Message("Submitter")
    String sign_submitter();

    @Message("Receiving officer")
    String sign_receiver();

    @Message("Guiding officer")
    String sign_guide();

    @Message("For the centre")
    String sign_centre();

    @Message("(signature and full name)")
    String sign_hint();

    @Message("original")
    String as_original();

    @Message("certified copy")
    String as_certified();

    @Message("copy")
    String as_copy();

    @Message("electronic")
    String as_digital();

    @Message("Form {number} under Circular 03/2025 · template {version} · issued electronically")
    String foot(String number, String version);
}
