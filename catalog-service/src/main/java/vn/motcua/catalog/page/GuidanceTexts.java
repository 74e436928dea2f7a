package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the guidance: English here, Vietnamese in {@code messages/guidance_vi.properties}. */
@MessageBundle(value = "guidance", locale = "en")
interface GuidanceTexts {
    @Message("What do I need?")
    String title();

    @Message(
            "Answer a few questions; you get your own list of papers, the fee and the date. Nothing you answer here says who you are.")
    String intro();

    @Message("Which of these is your case?")
    String which_case();

    @Message("Choose all that apply.")
    String which_case_hint();

    @Message("None of these")
    String none();

    @Message("Does somebody else file for you?")
    String proxy();

    @Message("I file myself")
    String proxy_no();

    @Message("Somebody I authorise files for me")
    String proxy_yes();

    @Message("Pages of one original")
    String pages();

    @Message("Copies of each")
    String copies();

    @Message("How do you want to file?")
    String channel();

    @Message("At the counter")
    String at_counter();

    @Message("Online")
    String online();

    @Message("By public post")
    String by_post();

    @Message("How do you want to get the result?")
    String how_back();

    @Message("At the centre")
    String back_counter();

    @Message("By public post")
    String back_post();

    @Message("As an electronic document")
    String back_electronic();

    @Message("Your centre (commune or ward, old or new name)")
    String unit();

    @Message("Leave it empty for the usual office hours.")
    String unit_hint();

    @Message("Show my list")
    String submit();

    @Message("Your list")
    String list();

    @Message("Please choose your case first: the papers of the cases differ and are not listed yet.")
    String open_case();

    @Message("Please say whether somebody else files for you: their papers are not listed yet.")
    String open_proxy();

    @Message("The number of pages and copies decides the fee.")
    String open_count();

    @Message("Choose how you want to file, to see the date.")
    String open_channel();

    @Message("The procedure has changed since this link was made. Please choose your case again.")
    String changed();

    @Message(
            "“{words}” was not found, or there are several. The usual office hours are used; please add the province or use the name of the commune alone.")
    String unit_unknown(String words);

    @Message("only shown")
    String to_show();

    @Message("if it applies to you")
    String if_it_applies();

    @Message("please note")
    String note();

    @Message("No papers are published for this answer. Please ask the centre before you come.")
    String nothing();

    @Message("Fee")
    String fee();

    @Message("{amount} đ")
    String amount(String amount);

    @Message("The number of pages and copies decides it; please fill them in above.")
    String count_missing();

    @Message("not refunded once it is paid")
    String not_refunded();

    @Message("refunded if the dossier is not accepted")
    String refunded();

    @Message("Date")
    String date();

    @Message("If the centre receives everything now ({now}), the result is due at {due}.")
    String due(String now, String due);

    @Message("The holidays of that year are not announced yet; the date may change.")
    String provisional();

    @Message("Counted by the office hours of {unit}.")
    String hours_of(String unit);

    @Message("Counted by the usual office hours; those of your centre may differ.")
    String hours_usual();

    @Message(
            "By this way of filing the time runs from when the centre receives your dossier, not from when you send it.")
    String from_receipt();

    @Message("The date that binds is the one on your receipt slip.")
    String binding();

    @Message("Show this code at the counter: your answers are in it, nothing has to be asked again.")
    String take_along();

    @Message("QR code with your answers")
    String qr_alt();

    @Message("Result")
    String back();

    @Message("By way of filing")
    String ways();

    @Message("The national list does not name this way for this procedure; please ask the centre before you use it.")
    String way_not_listed();

    @Message("done completely online")
    String online_full();

    @Message(
            "only partly online; the list does not give the reason, which must be public (Decree 224/2026, Art. 14): please ask the centre")
    String online_partial();

    @Message("the list does not say whether it is done completely or partly online")
    String online_level_unknown();

    @Message("postage is paid to the post besides (Decision 45/2016, Art. 12)")
    String postage();

    @Message("Ask the centre or its hotline")
    String ask();

    @Message("All about this procedure")
    String all();
}
