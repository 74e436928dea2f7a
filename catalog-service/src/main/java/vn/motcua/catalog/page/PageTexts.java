package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the catalogue's pages: English here, Vietnamese in {@code messages/catalog_vi.properties}. */
@MessageBundle(value = "catalog", locale = "en")
interface PageTexts {
    @Message("What do you need?")
    String home_question();

    @Message("Search procedures")
    String home_label();

    @Message("For example: birth registration, dang ky khai sinh, 2.000815")
    String home_hint();

    @Message("Search")
    String search();

    @Message("Results")
    String results();

    @Message("No procedure fits “{q}”. Please try fewer or other words, or ask at the centre.")
    String no_result(String q);

    @Message("All")
    String all();

    @Message("More procedures")
    String more();

    @Message("Fields")
    String fields();

    @Message("{count} procedures are public here, each with its papers, fee and time limit.")
    String home_intro(int count);

    @Message("Who")
    String who();

    @Message(
            "The person concerned or somebody they authorise. The national list does not say yet to whom exactly this procedure applies; please ask the centre.")
    String who_text();

    @Message("Bring")
    String bring();

    @Message("The list of papers is not published yet. Please ask the centre before you come.")
    String bring_unknown();

    @Message("The cases differ: you need the papers of your case only. Nobody may ask for a paper that is not listed.")
    String bring_cases();

    @Message("Nobody may ask for a paper that is not listed.")
    String bring_rule();

    @Message("{n} original")
    String originals(int n);

    @Message("{n} copy or copies")
    String copies(int n);

    @Message("Fee")
    String fee();

    @Message("How long")
    String how_long();

    @Message("Where")
    String where();

    @Message("At any Public Administration Service Centre of the province")
    String where_text();

    @Message("at the counter")
    String channel_counter();

    @Message("online on the National Public Service Portal")
    String channel_online();

    @Message("by public post")
    String channel_post();

    @Message("The list does not say which ways of filing are open; please ask the centre.")
    String channels_unknown();

    @Message("{n} working day(s)")
    String limit_working_day(int n);

    @Message("{n} day(s)")
    String limit_day(int n);

    @Message("{n} working hour(s)")
    String limit_hour(int n);

    @Message("{n} hour(s)")
    String limit_clock_hour(int n);

    @Message("{n} month(s)")
    String limit_month(int n);

    @Message("On the same day; received after {cutOff}, on the next working day")
    String limit_same_day(String cutOff);

    @Message("No time limit is established. The centre agrees on a date with you when it receives your dossier.")
    String limit_unknown();

    @Message("no time limit is established")
    String limit_unknown_channel();

    @Message("Shorter for some cases")
    String limit_others();

    @Message("Free of charge")
    String fee_free();

    @Message("{amount} đ")
    String fee_fixed(String amount);

    @Message("{amount} đ per {per}")
    String fee_per(String amount, String per);

    @Message("{amount} đ a page for pages {from} to {to}")
    String fee_tier(String amount, int from, int to);

    @Message("{amount} đ a page from page {from}")
    String fee_tier_open(String amount, int from);

    @Message("at most {amount} đ per copy")
    String fee_cap(String amount);

    @Message("Set by the provincial People's Council; please ask the centre. This does not mean that it is free.")
    String fee_province();

    @Message("Depends on the case; please ask the centre.")
    String fee_depends();

    @Message("Not established; please ask the centre. This does not mean that it is free.")
    String fee_unknown();

    @Message("paid with the dossier")
    String due_filing();

    @Message("paid when you collect the result")
    String due_return();

    @Message("certificate")
    String per_certificate();

    @Message("card")
    String per_card();

    @Message("case")
    String per_case();

    @Message("transaction")
    String per_transaction();

    @Message("contract")
    String per_contract();

    @Message("document")
    String per_document();

    @Message("will")
    String per_will();

    @Message("copy")
    String per_copy();

    @Message("Result")
    String result();

    @Message("Handled by")
    String handled_by();

    @Message("Legal basis")
    String legal_basis();

    @Message("Field")
    String field();

    @Message("Source")
    String source();

    @Message("Version {version}, in force from {day}")
    String version(int version, String day);

    @Message("Start online")
    String start_online();

    @Message("QR code")
    String qr();

    @Message("To print this page, use “Print” of your browser.")
    String how_to_print();

    @Message("QR code of this page")
    String qr_alt();

    @Message("Not found")
    String not_found();

    @Message("Nothing is published under this address. It may have ended; please search or ask the centre.")
    String not_found_text();

    @Message("Code")
    String code();

    @Message("Province")
    String province();

    @Message("In force")
    String in_force();

    @Message("from {day}")
    String from_day(String day);

    @Message("until {day}")
    String until_day(String day);

    @Message("Names in time")
    String names();

    @Message("Formed on 01/07/2025 from")
    String formed_from();

    @Message("a part of it")
    String in_part();

    @Message("Since 01/07/2025 it belongs to")
    String became();

    @Message("Divided: a part went into each of these")
    String became_parts();

    @Message("Office hours on working days")
    String hours();

    @Message("Agency code")
    String agency_code();

    @Message("invented for demonstrations")
    String invented();

    @Message(
            "Papers issued under the old name stay valid; nobody may ask you to have them issued again (Resolution 190/2025/QH15, Art. 10).")
    String papers_stay_valid();

    @Message("{count} procedures")
    String found(int count);

    @Message("Nothing fits these words exactly. Did you mean")
    String did_you_mean();

    @Message("Narrow down")
    String narrow();

    @Message("take back")
    String take_back();

    @Message("Life events")
    String life_events();

    @Message("Life events and people")
    String topics();

    @Message("Levels")
    String levels();

    @Message("Online")
    String online_level();

    @Message("completely online")
    String online_full();

    @Message("partly online")
    String online_partial();

    @Message("not stated")
    String online_unknown();

    @Message("What became of my commune?")
    String fate();

    @Message("Old name, code or whole address")
    String fate_label();

    @Message("For example: Bản Nong, xã Nặm Ét, huyện Quỳnh Nhai; 03712; phuong ngoc ha")
    String fate_hint();

    @Message("On the day")
    String fate_on();

    @Message("Look a name up on a day other than today")
    String fate_other_day();

    @Message(
            "Since 1 July 2025 there are 3,321 communes, wards and special zones instead of 10,035. Here you find yours.")
    String fate_intro();

    @Message("It is this one:")
    String fate_certain();

    @Message("It is probably this one; please compare before you rely on it:")
    String fate_likely();

    @Message("Several are or were called so. Please add the district or province, or choose yours:")
    String fate_several();

    @Message(
            "It was divided, and the resolution does not say here which hamlet went where. Please ask at one of these centres:")
    String fate_divided();

    @Message("Nothing is or was called “{q}”. Please try the name without street and house, or with its district.")
    String fate_nothing(String q);

    @Message("{name} is in force on {day}.")
    String fate_in_force(String name, String day);

    @Message("It is called {name} now; the unit is the same.")
    String fate_renamed(String name);

    @Message("{from} went into {name} as a whole on 01/07/2025.")
    String fate_merged(String from, String name);

    @Message("A part of {from} went into {name} on 01/07/2025.")
    String fate_partly(String from, String name);

    @Message("{name} is one of those that became {from} later.")
    String fate_before(String name, String from);

    @Message("“{below}” has no part in the answer: hamlets and streets are not listed here.")
    String fate_below(String below);

    @Message("Procedures offered here")
    String offered();

    @Message("As this unit's public board listed them in {seen}")
    String offered_by(String seen);

    @Message("All posters as one PDF")
    String wall();

    @Message("Poster (PDF)")
    String poster();
}
