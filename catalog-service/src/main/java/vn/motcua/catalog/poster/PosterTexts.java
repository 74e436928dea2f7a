package vn.motcua.catalog.poster;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of posters, shorter than those of pages: English here, Vietnamese in {@code messages/poster_vi.properties}. */
@MessageBundle(value = "poster", locale = "en")
interface PosterTexts {
    @Message("Public Administration Service Centre")
    String suite();

    @Message("unofficial translation")
    String unofficial();

    @Message("WHO")
    String who();

    @Message("The person concerned, or somebody they authorise")
    String who_text();

    @Message("BRING")
    String bring();

    @Message("The list of papers is not published yet: please ask the centre before you come")
    String bring_unknown();

    @Message("Only the papers of your case:")
    String bring_case();

    @Message("and {n} more: scan the code")
    String more_papers(int n);

    @Message("{n} papers or cases: scan the code")
    String papers(int n);

    @Message("FEE")
    String fee();

    @Message("HOW LONG")
    String how_long();

    @Message("WHERE")
    String where();

    @Message("Any centre of the province")
    String where_any();

    @Message("Scan for all papers, fees and the newest version")
    String scan();

    @Message("Scan for all papers and fees, and to file online")
    String scan_online();

    @Message("Nobody may ask for a paper that is not listed.")
    String papers_rule();

    @Message("Guidance")
    String step_1();

    @Message("Preparation")
    String step_2();

    @Message("Receipt")
    String step_3();

    @Message("Processing")
    String step_4();

    @Message("Return")
    String step_5();

    @Message("{n} procedures")
    String procedures(int n);

    @Message("Page {page} of {pages}")
    String page_of(int page, int pages);

    @Message("Public procedures")
    String wall_title();

    @Message("Index")
    String index();

    @Message("Scan for address, office hours and hotline")
    String scan_unit();

    @Message("Scan for all procedures of this field")
    String scan_field();

    @Message("As of {day}")
    String as_of(String day);
}
