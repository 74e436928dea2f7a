package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must differ from one copy of a captured lifecycle to the next: every UUID, and each other text that a unique key rests on
 * (reference, code, hash of a file). A captured value becomes a list of literal pieces and marks; a copy fills the marks anew.
 */
final class Marks {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Those of references: none that is mistaken for a digit. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ";

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private Pattern texts;

    /** A value to be written: pieces of text with marks between them; {@code pieces} null stands for SQL null. */
    record Value(String[] pieces, int[] marks) {
        static final Value NULL = new Value(null, new int[0]);

        String with(String[] filling) {
            if (pieces == null || marks.length == 0) {
                return pieces == null ? null : pieces[0];
            }
            StringBuilder text = new StringBuilder(pieces[0]);
            for (int i = 0; i < marks.length; i++) {
                text.append(filling[marks[i]]).append(pieces[i + 1]);
            }
            return text.toString();
        }
    }

    /** Learns the marks of these changes. */
    static Marks of(List<Capture.Change> changes, Map<String, Tables> tables) {
        Marks marks = new Marks();
        for (Capture.Change change : changes) {
            Matcher found = UUID.matcher(change.row().toString());
            while (found.find()) {
                marks.number(found.group());
            }
        }
        for (Capture.Change change : changes) {
            if (change.operation() != Capture.Operation.DELETE) {
                marks.learnKeys(change, tables.get(change.database()).get(change.table()));
            }
        }
        return marks;
    }

    int size() {
        return numbers.size();
    }

    /** The captured text of each mark, by its number. */
    List<String> captured() {
        return new ArrayList<>(numbers.keySet());
    }

    /** The number of a captured text, for those who fill it in their own way; -1 where it is none. */
    int find(String text) {
        return numbers.getOrDefault(text, -1);
    }

    /** Adds a text to be replaced wherever it stands, for example a unit. */
    int add(String text) {
        return number(text);
    }

    /** New texts for all marks, of the same form and length. */
    String[] fill(SplittableRandom random) {
        String[] filling = new String[numbers.size()];
        int i = 0;
        for (String text : numbers.keySet()) {
            filling[i++] = like(text, random);
        }
        return filling;
    }

    /** A column's value in text form with its marks. */
    Value value(JsonNode json, Tables.Column column) {
        if (json == null || json.isNull()) {
            return Value.NULL;
        }
        String text =
                json.isTextual() ? json.asText() : json.isArray() && column.array() ? array(json) : json.toString();
        List<String> pieces = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        Matcher mark = pattern().matcher(text);
        int end = 0;
        while (mark.find()) {
            pieces.add(text.substring(end, mark.start()));
            found.add(numbers.get(mark.group()));
            end = mark.end();
        }
        pieces.add(text.substring(end));
        return new Value(
                pieces.toArray(String[]::new), found.stream().mapToInt(i -> i).toArray());
    }

    private Pattern pattern() {
        if (texts == null) {
            texts = Pattern.compile(String.join(
                    "|", numbers.keySet().stream().map(Pattern::quote).toList()));
        }
        return texts;
    }

    private int number(String text) {
        texts = null;
        return numbers.computeIfAbsent(text, t -> numbers.size());
    }

    /** A unique key none of whose columns holds a mark or a number needs one: its longest text. */
    private void learnKeys(Capture.Change change, Tables.Table table) {
        for (List<String> key : table.uniqueKeys()) {
            boolean differs = change.operation() == Capture.Operation.UPDATE
                    && key.stream().noneMatch(change::changes);
            String longest = null;
            for (String name : key) {
                Tables.Column column = table.columns().get(name);
                JsonNode json = change.after().get(name);
                if (json == null || json.isNull() || column.identity() || counted(table, key, column)) {
                    differs = true;
                    continue;
                }
                String text = json.asText();
                differs |= numbers.keySet().stream().anyMatch(text::contains);
                longest = longest == null || text.length() > longest.length() ? text : longest;
            }
            if (!differs && longest != null) {
                number(longest);
            }
        }
    }

    /** Whether this column is the running number that makes the key unique: the last of its key, and a number. */
    static boolean counted(Tables.Table table, List<String> key, Tables.Column column) {
        return column.number()
                && key.size() > 2
                && key.get(key.size() - 1).equals(column.name())
                && key.stream().map(table.columns()::get).noneMatch(other -> other.type()
                        .equals("uuid"));
    }

    private static String array(JsonNode json) {
        List<String> items = new ArrayList<>();
        json.forEach(item -> items.add('"' + item.asText().replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
        return "{" + String.join(",", items) + "}";
    }

    private static String like(String text, SplittableRandom random) {
        StringBuilder like = new StringBuilder(text.length());
        boolean uuid = UUID.matcher(text).matches();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (uuid && (i == 14 || i == 19) || !Character.isLetterOrDigit(c)) {
                like.append(c);
            } else if (uuid || text.length() == 64) {
                like.append(Character.forDigit(random.nextInt(16), 16));
            } else if (Character.isDigit(c)) {
                like.append((char) ('0' + random.nextInt(10)));
            } else {
                char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
                like.append(Character.isUpperCase(c) ? letter : Character.toLowerCase(letter));
            }
        }
        return like.toString();
    }

    static Matcher uuids(String text) {
        return UUID.matcher(text);
    }
}
