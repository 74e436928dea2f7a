package vn.motcua.intake.dossier;

import vn.motcua.intake.catalogue.Channel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the table of the five steps for the README: the stages with the acts between them, and one line per row. */
final class FiveStepsPicture {
    private FiveStepsPicture() {}

    static String draw() {
        StringBuilder text = new StringBuilder();
        text.append("```mermaid\nstateDiagram-v2\n");
        arrows().forEach(arrow -> text.append("  ").append(arrow).append('\n'));
        text.append("```\n\n");
        text.append("| From | Action | By | When | To | Clock | Form | National |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        FiveSteps.ROWS.forEach(row -> text.append(line(row)).append('\n'));
        return text.toString();
    }

    private static String line(Transition row) {
        List<String> cells = List.of(
                from(row),
                row.action().name(),
                by(row),
                or(row.when().stream().map(Condition::words).collect(Collectors.joining(", "))),
                to(row),
                row.clock().words(),
                row.form().number(),
                or(row.national().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String or(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private static String from(Transition row) {
        Set<Stage> open = EnumSet.allOf(Stage.class);
        open.removeIf(Stage::terminal);
        Set<Stage> stages =
                row.from().stream().map(Place::stage).filter(Objects::nonNull).collect(Collectors.toSet());
        return stages.equals(open)
                ? "any open"
                : row.from().stream().map(FiveStepsPicture::place).collect(Collectors.joining(", "));
    }

    private static String place(Place place) {
        if (place.stage() == null) {
            return "–";
        }
        return place.channels().size() == Channel.values().length
                ? place.stage().name()
                : place.stage() + " ("
                        + place.channels().stream().map(Channel::name).collect(Collectors.joining(", ")) + ")";
    }

    private static String by(Transition row) {
        return row.by().stream()
                .map(actor -> actor == Actor.CITIZEN ? "citizen (ONLINE)" : actor.role())
                .collect(Collectors.joining(", "));
    }

    private static String to(Transition row) {
        return switch (row.to().kind()) {
            case NAMED -> row.to().stage().name();
            case DERIVED -> "derived";
            case UNCHANGED -> "unchanged";
        };
    }

    private static List<String> arrows() {
        List<String> arrows = new ArrayList<>();
        for (Transition row : FiveSteps.ROWS) {
            for (Place place : row.from()) {
                if (row.to().kind() == Target.Kind.NAMED && row.to().stage() != place.stage()) {
                    String from = place.stage() == null ? "[*]" : place.stage().name();
                    add(arrows, from + " --> " + row.to().stage() + " : " + row.action());
                } else if (row.to().kind() == Target.Kind.DERIVED) {
                    add(arrows, place.stage() + " --> IN_PROCESS : " + row.action());
                }
            }
        }
        Stage.TERMINAL.stream().sorted().forEach(stage -> add(arrows, stage + " --> [*]"));
        return arrows;
    }

    private static void add(List<String> arrows, String arrow) {
        if (!arrows.contains(arrow)) {
            arrows.add(arrow);
        }
    }
}
