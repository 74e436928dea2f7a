package vn.motcua.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table {@code refusals.csv}: who gets through to what. Its head explains the notation. */
final class RefusalTable {
    private static final String FILE = "/refusals.csv";
    private static final int WHO_BEGINS = 3;

    /** Which of the four ways a caller is related to the thing. */
    enum Relation {
        OWN_UNIT_OWN_DEPARTMENT,
        OWN_UNIT_OTHER_DEPARTMENT,
        OTHER_UNIT_OWN_DEPARTMENT,
        OTHER_UNIT_OTHER_DEPARTMENT;

        boolean ownUnit() {
            return this == OWN_UNIT_OWN_DEPARTMENT || this == OWN_UNIT_OTHER_DEPARTMENT;
        }

        boolean ownDepartment() {
            return this == OWN_UNIT_OWN_DEPARTMENT || this == OTHER_UNIT_OWN_DEPARTMENT;
        }
    }

    /** The columns, in their order. */
    enum Who {
        RECEPTION,
        SPECIALIST,
        APPROVER,
        DIRECTOR,
        CASHIER,
        CATALOG_EDITOR,
        AUDITOR,
        CITIZEN,
        SERVICE,
        NOBODY,
        COOKIE,
        COOKIE_OF_ANOTHER;

        boolean officer() {
            return ordinal() <= AUDITOR.ordinal();
        }

        boolean token() {
            return ordinal() <= SERVICE.ordinal();
        }

        String role() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What is expected. */
    enum Outcome {
        PASSES,
        EMPTY,
        UNAUTHENTICATED,
        FORBIDDEN,
        HIDDEN
    }

    /**
     * One line.
     *
     * @param call method and path of the OpenAPI documents
     * @param variant value of the body's discriminator, or a name; empty for none
     * @param thing on which it is done
     * @param passes statuses that say that the caller got through, the usual one first
     * @param shows what must be in the answer to those who pass; null for nothing
     * @param with what is sent
     */
    record Row(
            String call,
            String variant,
            String thing,
            Set<Integer> passes,
            String shows,
            Map<Who, String> words,
            String with) {
        Outcome expected(Who who, Relation relation) {
            return word(words.get(who), who, relation);
        }

        String method() {
            return call.substring(0, call.indexOf(' '));
        }

        String path() {
            return call.substring(call.indexOf(' ') + 1);
        }

        @Override
        public String toString() {
            return call + (variant.isEmpty() ? "" : " #" + variant) + " on " + thing;
        }
    }

    private RefusalTable() {}

    static List<Row> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(RefusalTable.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RefusalTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the documents have and the table lacks, and the other way round; empty when both say the same. */
    static List<String> gaps(List<OpenApi> documents, List<Row> rows) {
        Set<String> known = rows.stream().map(Row::call).collect(Collectors.toCollection(TreeSet::new));
        Set<String> variants =
                rows.stream().map(row -> row.call + " #" + row.variant).collect(Collectors.toSet());
        List<String> gaps = new ArrayList<>();
        Set<String> told = new TreeSet<>();
        for (OpenApi document : documents) {
            for (OpenApi.Operation operation : document.operations()) {
                told.add(operation.key());
                if (!known.contains(operation.key())) {
                    gaps.add("no row: " + operation.key());
                }
                for (String variant : operation.variants()) {
                    if (!variants.contains(operation.key() + " #" + variant)) {
                        gaps.add("no row: " + operation.key() + " #" + variant);
                    }
                }
            }
        }
        known.stream().filter(call -> !told.contains(call)).forEach(call -> gaps.add("no endpoint: " + call));
        return gaps;
    }

    private static Row row(String line) {
        String[] cells = (line + " ").split(" ; ", -1);
        int last = WHO_BEGINS + Who.values().length;
        if (cells.length < last || cells.length > last + 1) {
            throw new IllegalStateException(cells.length + " cells: " + line);
        }
        String[] call = cells[0].strip().split(" #", 2);
        String[] passes = cells[2].strip().split(" shows ", 2);
        Map<Who, String> words = new EnumMap<>(Who.class);
        for (Who who : Who.values()) {
            words.put(who, cells[WHO_BEGINS + who.ordinal()].strip());
        }
        return new Row(
                call[0].strip(),
                call.length == 2 ? call[1].strip() : "",
                cells[1].strip(),
                Stream.of(passes[0].split("\\|"))
                        .map(each -> Integer.valueOf(each.strip()))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                passes.length == 2 ? passes[1].strip() : null,
                words,
                cells.length > last ? cells[last].strip() : "");
    }

    private static Outcome word(String word, Who who, Relation relation) {
        Outcome no = who.token() ? Outcome.FORBIDDEN : Outcome.UNAUTHENTICATED;
        switch (word) {
            case "-":
                return no;
            case "hidden":
                return Outcome.HIDDEN;
            case "empty":
                return Outcome.EMPTY;
            case "login":
                return Outcome.UNAUTHENTICATED;
            default:
                break;
        }
        String where = word.replaceAll("[!~]", "").replaceAll("^seen$", "seen-unit");
        if (where.startsWith("seen-")) {
            return in(where.substring("seen-".length()), relation) ? Outcome.FORBIDDEN : Outcome.HIDDEN;
        }
        if (in(where, relation)) {
            return Outcome.PASSES;
        }
        return word.endsWith("!") ? no : word.endsWith("~") ? Outcome.EMPTY : Outcome.HIDDEN;
    }

    private static boolean in(String where, Relation relation) {
        return switch (where) {
            case "all" -> true;
            case "unit" -> relation.ownUnit();
            case "dept" -> relation == Relation.OWN_UNIT_OWN_DEPARTMENT;
            case "other" -> !relation.ownUnit();
            case "other-dept" -> relation == Relation.OTHER_UNIT_OWN_DEPARTMENT;
            default -> throw new IllegalStateException("Not a word of the table: " + where);
        };
    }
}
