package vn.motcua.notification.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a text of a unit must keep to, looked at when it is proposed. */
final class TextRules {
    /** Nine or twelve digits together, or twelve in groups: numbers of people belong into no message; the hotline's has ten. */
    private static final Pattern PERSON_NUMBER = Pattern.compile(
            "(?<!\\d)(\\d{9}|\\d{12}|\\d{3}([ .-])\\d{3}\\2\\d{3}\\2\\d{3}|\\d{4}([ .-])\\d{4}\\3\\d{4})(?!\\d)");

    /** With its usual ends also a bare name; with a path behind it any, as what makes addresses short has. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)([a-z]+://|www\\.|[a-z0-9-]+\\.(vn|com|net|org|gov)\\b|[a-z0-9-]+\\.[a-z]{2,}/[a-z0-9])");

    private static final Pattern BRACE = Pattern.compile("[{}]");

    private TextRules() {}

    /** What is wrong, as codes of problem texts; empty where nothing is. */
    static List<String> wrong(TextChannel channel, String template, String text) {
        List<String> wrong = new ArrayList<>();
        if (text == null || text.isBlank() || text.length() > channel.longest()) {
            wrong.add("1–" + channel.longest() + " characters");
            return wrong;
        }
        Set<String> unknown = new TreeSet<>(Sentences.variables(text));
        unknown.removeAll(ShippedTexts.variables(channel, template));
        if (!unknown.isEmpty()) {
            wrong.add("variables that this text never has: " + String.join(", ", unknown));
        }
        if (BRACE.matcher(text.replaceAll("\\{[a-zA-Z]+}", "")).find()) {
            wrong.add("a brace that opens or closes no variable");
        }
        if (!Sentences.variables(text).contains("code")) {
            wrong.add("{code} is missing");
        }
        if (PERSON_NUMBER.matcher(text).find()) {
            wrong.add("a number of a person");
        }
        if (ADDRESS.matcher(text).find()) {
            wrong.add("an address other than {link}");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            wrong.add("a control character");
        }
        return wrong;
    }
}
