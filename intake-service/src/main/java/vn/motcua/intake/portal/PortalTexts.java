package vn.motcua.intake.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of people's pages: English here, Vietnamese in {@code messages/portal_vi.properties}. */
@MessageBundle(value = "portal", locale = "en")
interface PortalTexts {
    @Message("My dossiers")
    String mine();

    @Message("Logged in as {name}")
    String logged_in(String name);

    @Message("Log out")
    String leave();

    @Message("due at {due}")
    String due(String due);

    @Message("Dossier {code}")
    String code_is(String code);

    @Message("Reference {reference}")
    String reference_is(String reference);

    @Message("since {at}")
    String since(String at);

    @Message("begun at {at}")
    String opened_at(String at);

    @Message("Newest")
    String newest();

    @Message("Older")
    String older();

    @Message("You have no dossier yet. Choose a procedure, then press “File online” on its page.")
    String none_yet();

    @Message("Choose a procedure")
    String find_procedure();

    @Message("File online")
    String file_online();

    @Message("Part {step} of 3")
    String step(int step);

    @Message("Your case")
    String step_case();

    @Message("Who files")
    String step_who();

    @Message("Papers")
    String step_papers();

    @Message("Check and hand in")
    String step_check();

    @Message("Which case is yours?")
    String case_question();

    @Message("The published list groups the papers like this. If you do not know, keep the first choice.")
    String case_hint();

    @Message("I do not know, show all papers")
    String case_all();

    @Message("Go on")
    String go_on();

    @Message("Back to the procedure")
    String back_to_procedure();

    @Message("Centre that takes the dossier")
    String centre();

    @Message("Whose dossier it is")
    String owner();

    @Message("Full name")
    String name();

    @Message("As on the identity card")
    String name_hint();

    @Message("Personal identification number")
    String identifier();

    @Message("12 digits on the identity card")
    String identifier_hint();

    @Message("Address")
    String address();

    @Message("Phone")
    String phone();

    @Message("So that the centre can reach you. You may file without one.")
    String phone_hint();

    @Message("Whose phone is it?")
    String phone_whose();

    @Message("The owner’s")
    String phone_of_owner();

    @Message("A relative’s")
    String phone_of_relative();

    @Message("E-mail")
    String email();

    @Message("How many pages and copies?")
    String quantities();

    @Message("The fee is counted by them.")
    String quantities_hint();

    @Message("Pages of the original")
    String pages();

    @Message("Copies you need")
    String copies();

    @Message("{pages} page(s), {copies} copy or copies")
    String quantities_are(int pages, int copies);

    @Message("How you get the result")
    String way();

    @Message("I collect it at the centre")
    String way_counter();

    @Message("Electronically, on this page")
    String way_electronic();

    @Message("By public post; postage is paid to the post")
    String way_post();

    @Message("I file for somebody else")
    String for_another();

    @Message("Then the owner above is the person you file for, and you are named here.")
    String for_another_hint();

    @Message("Full name of the person who files")
    String submitter();

    @Message("Paper of authorisation")
    String authorisation();

    @Message("Save and go on")
    String save_and_go_on();

    @Message("What you enter here is used for this dossier only; numbers and addresses are kept encrypted.")
    String privacy();

    @Message("Your codes")
    String codes();

    @Message(
            "Your dossier is saved. Please write down these two codes: with them you follow it from any phone, without logging in.")
    String codes_why();

    @Message("Show reference and PIN")
    String codes_link();

    @Message("Do not show the PIN to others. If you lose it, the centre gives you a new one.")
    String codes_keep();

    @Message("I have written them down, go on")
    String codes_noted();

    @Message("Reference")
    String reference();

    @Message("PIN")
    String pin();

    @Message("Where to follow it")
    String where_to_follow();

    @Message("To print this page, use “Print” of your browser.")
    String how_to_print();

    @Message("{pages} {#if pages == 1}page{#else}pages{/if}")
    String pages_of(int pages);

    @Message("taken from data")
    String paper_from_data();

    @Message("First page")
    String first_page();

    @Message("{ready} of {all} papers ready")
    String papers_ready(long ready, int all);

    @Message("A photo that can be read well is enough; photo or PDF, {megabytes} MB at most each.")
    String file_hint(long megabytes);

    @Message("still missing")
    String paper_missing();

    @Message("uploaded")
    String paper_attached();

    @Message("must be brought again")
    String paper_again();

    @Message("shown at the centre")
    String paper_presented();

    @Message("the authorities have it")
    String paper_reused();

    @Message("not needed in your case")
    String paper_not_applicable();

    @Message("The centre asks for it: {reason}.")
    String asked_because(String reason);

    @Message("Choose a photo or PDF")
    String file_choose();

    @Message("Replace it by another file")
    String file_other();

    @Message("Upload")
    String upload();

    @Message("Remove")
    String remove();

    @Message("I do not have to bring it, the authorities have it")
    String data_exists();

    @Message("Who has it?")
    String data_where();

    @Message(
            "For example: national population database, or the number of a result you got before. The centre checks it and asks you only if it finds nothing.")
    String data_hint();

    @Message("Say so")
    String data_say();

    @Message("The list of papers is not published yet. The centre tells you what is needed.")
    String papers_unknown();

    @Message(
            "You may hand in the dossier with papers missing. If the centre needs them, it asks you for all of them at once.")
    String missing_may_follow();

    @Message("Papers the centre asks for")
    String supply_title();

    @Message("Upload each paper that is asked for, then press the button at the end. You are asked only once.")
    String supply_hint();

    @Message("Papers are complete, go on")
    String supply_go_on();

    @Message("Go on: check and hand in")
    String to_check();

    @Message("Back to the dossier")
    String back_to_dossier();

    @Message("Check before you hand in")
    String check_title();

    @Message("Procedure")
    String procedure();

    @Message("Still missing:")
    String still_missing();

    @Message("Fees")
    String fees();

    @Message("Fee")
    String fee();

    @Message("Charge")
    String charge();

    @Message("Financial duty")
    String duty();

    @Message("{amount} đ")
    String amount(String amount);

    @Message("paid at the centre before the dossier is received")
    String fee_at_filing();

    @Message("paid when you collect the result")
    String fee_at_return();

    @Message("paid")
    String fee_paid();

    @Message("Paying online is not possible here yet.")
    String fee_no_online();

    @Message("The amount is not established; the centre tells you. This does not mean that it is free.")
    String fee_unknown();

    @Message("Free of charge")
    String fee_free();

    @Message("Back to the papers")
    String back_to_papers();

    @Message("Correct what I typed")
    String correct();

    @Message("Corrected by the person before handing in")
    String corrected_by_person();

    @Message("This draft is kept until {day}; every change keeps it 30 days longer.")
    String kept_until(String day);

    @Message("Reason")
    String reason();

    @Message("No, back to the dossier")
    String do_nothing();

    @Message("may stay empty")
    String optional();

    @Message("These pages are for people who file a dossier. Please log out and log in with an account of your own.")
    String people_only();

    @Message("You are logged out")
    String left();

    @Message("Nobody who uses this phone after you sees your dossiers.")
    String left_text();

    @Message("Log in again")
    String log_in_again();
}
