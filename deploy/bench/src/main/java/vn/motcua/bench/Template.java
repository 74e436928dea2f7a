package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A dossier that was really taken to some stage through the API, with all rows that stand for it in the three databases; it is
 * copied with new ids, names, units and instants, so that copies are as consistent as their original.
 */
final class Template {
    /** What is not the dossier's own or does not stay: events under way, answers kept for repeats, timers that would fire. */
    private static final Set<String> LEFT_OUT = Set.of(
            "outbox",
            "idempotency",
            "scheduled_tasks",
            "parked_key",
            "parked_event",
            "replica",
            // what triggers keep of other tables is noted anew after the filling
            "name_index",
            "register_index",
            "person_dossier");
    /** A rendered form is long and in no list; its copies keep the beginning. */
    private static final int TEXT_MAX = 2_000;

    private final String name;
    private final int weight;
    private final int oldestSeconds;
    private final Marks marks;
    private final int unit;
    private final int code;
    private final int reference;
    private final List<Row> rows = new ArrayList<>();

    /** Which table a row belongs to, with the columns that are written. */
    record Place(String database, String table, List<String> columns) {
        String copy() {
            return "copy public." + table + " (" + String.join(", ", columns) + ") from stdin";
        }
    }

    /** One row of a table. */
    private record Row(Place place, Field[] fields) {}

    /** A column of a row: exactly one of the last four says what is written, all empty stands for null. */
    private record Field(Marks.Value value, Long micros, Kind kind) {}

    private enum Kind {
        NAME,
        SEALED,
        NUMBER
    }

    /**
     * @param weight share of this template among all copies
     * @param oldestSeconds how far back copies may lie
     * @param reference the captured reference
     * @param code the captured code, or null before receipt
     */
    Template(
            String name,
            int weight,
            int oldestSeconds,
            String reference,
            String code,
            List<Capture.Transaction> transactions,
            Map<String, Tables> tables) {
        this.name = name;
        this.weight = weight;
        this.oldestSeconds = oldestSeconds;
        List<Capture.Change> last = lastImages(transactions, tables);
        this.marks = Marks.of(last, tables);
        this.unit = marks.add(Staff.UNIT);
        this.reference = marks.add(reference);
        this.code = code == null ? -1 : marks.add(code);
        for (Capture.Change change : last) {
            rows.add(row(change, tables.get(change.database()).get(change.table())));
        }
    }

    String name() {
        return name;
    }

    int weight() {
        return weight;
    }

    int oldestSeconds() {
        return oldestSeconds;
    }

    /** The tables this template writes to. */
    Set<Place> places() {
        return rows.stream().map(Row::place).collect(Collectors.toSet());
    }

    /** What a copy differs in. */
    record Copy(SplittableRandom random, String unit, String code, long shiftMicros, long number) {}

    /** Takes one line of a table. */
    interface Sink {
        void line(Place place, StringBuilder text);
    }

    void copy(Copy copy, Sink sink) {
        String[] filling = marks.fill(copy.random());
        filling[unit] = copy.unit();
        filling[reference] = References.of(copy.number());
        if (code >= 0) {
            filling[code] = copy.code();
        }
        StringBuilder line = new StringBuilder(1_024);
        for (Row row : rows) {
            line.setLength(0);
            for (Field field : row.fields()) {
                if (!line.isEmpty()) {
                    line.append('\t');
                }
                write(line, field, copy, filling);
            }
            sink.line(row.place(), line.append('\n'));
        }
    }

    private static void write(StringBuilder line, Field field, Copy copy, String[] filling) {
        if (field.kind() == Kind.NAME) {
            line.append(People.name(copy.random()));
        } else if (field.kind() == Kind.SEALED) {
            line.append("\\\\x");
            for (int i = 0; i < 4; i++) {
                String hex = Long.toHexString(copy.random().nextLong());
                line.append("0".repeat(16 - hex.length())).append(hex);
            }
        } else if (field.kind() == Kind.NUMBER) {
            line.append(copy.number());
        } else if (field.micros() != null) {
            Instants.append(line, field.micros() + copy.shiftMicros());
        } else {
            String text = field.value().with(filling);
            line.append(text == null ? "\\N" : text);
        }
    }

    private Row row(Capture.Change change, Tables.Table table) {
        List<String> names = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (Tables.Column column : table.columns().values()) {
            if (!column.generated() && !column.identity()) {
                names.add(column.name());
                fields.add(field(change, table, column));
            }
        }
        return new Row(new Place(change.database(), change.table(), names), fields.toArray(Field[]::new));
    }

    private Field field(Capture.Change change, Tables.Table table, Tables.Column column) {
        JsonNode json = change.after().get(column.name());
        if (json == null || json.isNull()) {
            return new Field(Marks.Value.NULL, null, null);
        }
        if (column.instant()) {
            return new Field(null, Instants.micros(OffsetDateTime.parse(json.asText())), null);
        }
        if (table.name().equals("dossier_person") && column.name().equals("name")) {
            return new Field(null, null, Kind.NAME);
        }
        if (column.name().endsWith("_index") && column.type().equals("bytea")) {
            return new Field(null, null, Kind.SEALED);
        }
        if (table.uniqueKeys().stream()
                .anyMatch(key -> key.contains(column.name()) && Marks.counted(table, key, column))) {
            return new Field(null, null, Kind.NUMBER);
        }
        return new Field(escaped(marks.value(shortened(json, column), column)), null, null);
    }

    private static JsonNode shortened(JsonNode json, Tables.Column column) {
        boolean tooLong = column.type().equals("bytea") && json.asText().length() > TEXT_MAX;
        return tooLong ? Wire.JSON.getNodeFactory().textNode(json.asText().substring(0, TEXT_MAX)) : json;
    }

    private static Marks.Value escaped(Marks.Value value) {
        if (value.pieces() == null) {
            return value;
        }
        String[] pieces = value.pieces().clone();
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = pieces[i]
                    .replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
        }
        return new Marks.Value(pieces, value.marks());
    }

    /** The rows as they stood at the end, of those that did not stand before. */
    private static List<Capture.Change> lastImages(List<Capture.Transaction> transactions, Map<String, Tables> tables) {
        Map<String, Capture.Change> last = new LinkedHashMap<>();
        for (Capture.Transaction transaction : transactions) {
            for (Capture.Change change : transaction.changes()) {
                if (LEFT_OUT.contains(change.table())) {
                    continue;
                }
                Tables.Table table = tables.get(change.database()).get(change.table());
                String key = change.database() + "." + change.table()
                        + table.primaryKey().stream()
                                .map(column -> String.valueOf(change.row().get(column)))
                                .collect(Collectors.joining("|"));
                if (change.operation() == Capture.Operation.DELETE) {
                    last.remove(key);
                } else if (change.operation() == Capture.Operation.INSERT || last.containsKey(key)) {
                    last.put(
                            key,
                            new Capture.Change(
                                    change.database(), change.table(), Capture.Operation.INSERT, null, change.after()));
                }
            }
        }
        return new ArrayList<>(last.values());
    }
}
