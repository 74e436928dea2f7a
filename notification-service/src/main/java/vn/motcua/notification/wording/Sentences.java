package vn.motcua.notification.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills variables into sentences, one per line. A line of which a variable is unknown is left out: no text shows a gap. */
public final class Sentences {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private Sentences() {}

    /** The lines of which everything is known. */
    public static String fill(String text, Map<String, String> facts) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            String filled = fillLine(line, facts);
            if (filled != null && !filled.isBlank()) {
                lines.add(filled);
            }
        }
        return String.join("\n", lines);
    }

    /** The names of a text's variables. */
    public static Set<String> variables(String text) {
        Set<String> names = new TreeSet<>();
        Matcher found = VARIABLE.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static String fillLine(String line, Map<String, String> facts) {
        Matcher variables = VARIABLE.matcher(line);
        StringBuilder filled = new StringBuilder();
        while (variables.find()) {
            String value = facts.get(variables.group(1));
            if (value == null || value.isBlank()) {
                return null;
            }
            variables.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return variables.appendTail(filled).toString();
    }
}
