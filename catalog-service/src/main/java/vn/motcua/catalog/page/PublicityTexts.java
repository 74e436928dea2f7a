package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about publicity: English here, Vietnamese in {@code messages/publicity_vi.properties}. */
@MessageBundle(value = "publicity", locale = "en")
interface PublicityTexts {
    @Message("How public are the procedures?")
    String title();

    @Message(
            "Figures 1.1 to 1.3 of the index of Decision 766/QĐ-TTg over the {count} procedures on this unit's board. Each number leads to the procedures behind it.")
    String intro(int count);

    @Message("No public board of this unit is known here, so there is nothing to count.")
    String no_board();

    @Message("Figure")
    String figure();

    @Message("Share")
    String share();

    @Message("yes")
    String fulfilled();

    @Message("no")
    String not_fulfilled();

    @Message("not established")
    String not_established();

    @Message("{figure}: {state}")
    String of(String figure, String state);

    @Message("Announced in time before it came into force")
    String announced();

    @Message("Posted in time after it was announced")
    String posted();

    @Message("Complete")
    String complete();

    @Message(
            "“Not established” is neither good nor bad: the national lists do not say when a procedure was announced or posted, nor its order of steps and its subjects. The share counts only what is established; without any it is N/A.")
    String explained();

    @Message("{n} procedures")
    String count(int n);

    @Message("not there: {parts}")
    String missing(String parts);

    @Message("not known: {parts}")
    String unknown(String parts);

    @Message("the whole content")
    String part_content();

    @Message("name")
    String part_name();

    @Message("order of steps")
    String part_order();

    @Message("ways of filing")
    String part_ways();

    @Message("papers with their number")
    String part_papers();

    @Message("time limit")
    String part_limit();

    @Message("subjects")
    String part_subjects();

    @Message("handling agency")
    String part_agency();

    @Message("decision of {day}")
    String decided(String day);

    @Message("posted on {day}")
    String posted_on(String day);

    @Message("All procedures of the unit")
    String back();
}
