package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about versions and what changed: English here, Vietnamese in {@code messages/changes_vi.properties}. */
@MessageBundle(value = "changes", locale = "en")
interface ChangeTexts {

    @Message("It is in force until {day} and ends then.")
    String notice_ends(String day);

    @Message("This procedure ended on {day}. What stands below is what it said.")
    String notice_ended(String day);

    @Message("This procedure is published and comes into force on {day}.")
    String notice_later(String day);

    @Message("A new version applies from {day}.")
    String notice_next(String day);

    @Message("Instead of it apply:")
    String successors();

    @Message("Announced by")
    String announced_by();

    @Message("Decision {number} of {day}")
    String announced(String number, String day);

    @Message("Decision {number}, as the national list names it; its date is not established")
    String announced_listed(String number);

    @Message("What changed")
    String what_changed();

    @Message("What changes")
    String what_changes();

    @Message("Version {after}, in force from {afterFrom}, compared with version {before}, in force from {beforeFrom}.")
    String compared(int after, String afterFrom, int before, String beforeFrom);

    @Message("Nothing that it says is different.")
    String nothing_changed();

    @Message("This is the first version, in force from {day}; there is nothing to compare it with.")
    String first_version(String day);

    @Message("Versions")
    String versions();

    @Message("Before:")
    String was();

    @Message("Now:")
    String is();

    @Message("New:")
    String is_new();

    @Message("No longer applies.")
    String is_gone();

    @Message("Name")
    String changed_name();

    @Message("Field")
    String changed_field();

    @Message("Level")
    String changed_level();

    @Message("Department that handles it")
    String changed_department();

    @Message("Decided by one officer")
    String changed_singleHand();

    @Message("Same day")
    String changed_sameDay();

    @Message("Ways of filing")
    String changed_channels();

    @Message("How long")
    String changed_limits();

    @Message("Shorter for some cases")
    String changed_otherLimits();

    @Message("Fee")
    String changed_fees();

    @Message("Fee that is not established")
    String changed_openFees();

    @Message("Papers")
    String changed_components();

    @Message("Result")
    String changed_results();

    @Message("Ends without supplement after (working days)")
    String changed_lapseAfterWorkingDays();

    @Message("Ground for ending it")
    String changed_lapseGround();

    @Message("Online")
    String changed_serviceLevel();

    @Message("Competent authority")
    String changed_authority();

    @Message("Legal basis")
    String changed_legalBasis();

    @Message("Source")
    String changed_source();

    @Message("Told in addition")
    String changed_further();

    @Message("Other details")
    String changed_other();

    @Message("data in its place")
    String part_replacedBy();

    @Message("why only in part online")
    String part_onlineReason();

    @Message("who")
    String part_who();

    @Message("ground")
    String part_ground();

    @Message("in Vietnamese")
    String part_vi();

    @Message("in English")
    String part_en();

    @Message("way of filing")
    String part_channel();

    @Message("number")
    String part_amount();

    @Message("unit")
    String part_unit();

    @Message("cut-off")
    String part_cutOff();

    @Message("details")
    String part_description();

    @Message("source")
    String part_source();

    @Message("how sure the source is")
    String part_grade();

    @Message("kind")
    String part_kind();

    @Message("rule")
    String part_rule();

    @Message("amount (đ)")
    String part_amountVnd();

    @Message("from page")
    String part_fromUnit();

    @Message("to page")
    String part_toUnit();

    @Message("at most (đ)")
    String part_capVnd();

    @Message("for each")
    String part_per();

    @Message("when paid")
    String part_dueAt();

    @Message("refundable")
    String part_refundable();

    @Message("note")
    String part_note();

    @Message("reason")
    String part_reason();

    @Message("name")
    String part_name();

    @Message("case")
    String part_caseName();

    @Message("originals")
    String part_originals();

    @Message("copies")
    String part_copies();

    @Message("certified copies")
    String part_certified();

    @Message("code")
    String part_code();

    @Message("order")
    String part_order();

    @Message("at the counter")
    String value_COUNTER();

    @Message("online")
    String value_ONLINE();

    @Message("by public post")
    String value_POST();

    @Message("working days")
    String value_WORKING_DAY();

    @Message("days")
    String value_DAY();

    @Message("working hours")
    String value_HOUR();

    @Message("hours")
    String value_CLOCK_HOUR();

    @Message("months")
    String value_MONTH();

    @Message("same day")
    String value_SAME_DAY();

    @Message("fixed")
    String value_FIXED();

    @Message("per page, in tiers")
    String value_TIERED_PER_PAGE();

    @Message("free of charge")
    String value_FREE();

    @Message("fee")
    String value_FEE();

    @Message("charge")
    String value_CHARGE();

    @Message("with the dossier")
    String value_FILING();

    @Message("with the result")
    String value_RETURN();

    @Message("set by the province")
    String value_PROVINCE();

    @Message("depends on the case")
    String value_DEPENDS_ON_CASE();

    @Message("not established")
    String value_NOT_ESTABLISHED();

    @Message("yes")
    String value_true();

    @Message("no")
    String value_false();

    @Message("completely online")
    String value_full();

    @Message("partly online")
    String value_partial();
}
