package vn.motcua.notification.message;

import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which act of a case is told to the person although the dossier stays where it is: that a draft waits for their answer, until when where that
 * changed, and what became of it. A list of rows and nothing else; they belong to the {@link MessageTable#VERSION} of the other ones.
 */
final class CaseMessageTable {
    /** An act by somebody in one of these parts, and what is said. */
    record Row(String act, Set<String> by, MessageTable.Row says) {}

    // spotless:off
    private static final List<Row> ROWS = List.of(
            //  act                by                                 by way       says
            row("DRAFT_OFFERED",   Set.of("specialist", "approver"),  Route.PHONE, Template.DRAFT_OFFERED),
            row("DRAFT_REDATED",   Set.of("clock", "dossier"),        Route.PHONE, Template.DRAFT_REDATED),
            row("DRAFT_CONFIRMED", Set.of("citizen", "reception"),    Route.APP,   Template.DRAFT_CONFIRMED),
            row("DRAFT_CONFIRMED", Set.of("clock"),                   Route.PHONE, Template.DRAFT_TACIT),
            row("DRAFT_OBJECTED",  Set.of("citizen", "reception"),    Route.APP,   Template.DRAFT_OBJECTED));
    // spotless:on

    private CaseMessageTable() {}

    static List<Row> rows() {
        return ROWS;
    }

    /** What is said of an act of a case; empty for nearly all of them. */
    static List<MessageTable.Row> find(String act, String role) {
        return ROWS.stream()
                .filter(row -> row.act().equals(act) && role != null && row.by().contains(role))
                .map(Row::says)
                .toList();
    }

    private static Row row(String act, Set<String> by, Route way, Template template) {
        Set<Stage> any = EnumSet.allOf(Stage.class);
        return new Row(act, by, new MessageTable.Row(Action.OTHER, any, When.ALWAYS, Audience.PERSON, way, template));
    }
}
