package vn.motcua.intake.person;

import java.util.Set;

/**
 * Shows of a person what the reader's duty needs: officers who handle the dossier and its own people see all, others enough to tell
 * two people apart.
 */
public final class Masking {
    private static final Set<String> FULL = Set.of("reception", "specialist", "approver", "director", "citizen");

    private Masking() {}

    /** Whether a caller with these roles sees people of a dossier they may open unmasked. */
    public static boolean seesAll(Set<String> roles) {
        return roles.stream().anyMatch(FULL::contains);
    }

    /** The value as a caller with these roles sees it. */
    public static String forRoles(String value, PersonField field, Set<String> roles) {
        return seesAll(roles) ? value : mask(value, field);
    }

    /** The masked value; null stays null. */
    public static String mask(String value, PersonField field) {
        if (value == null || value.isBlank()) {
            return value;
        }
        String text = value.strip();
        return switch (field) {
            case NAME -> name(text);
            case IDENTIFIER -> identifier(text);
            case PHONE -> ends(text, 2, 2);
            case EMAIL -> email(text);
            case ADDRESS -> "…";
        };
    }

    /** Quàng Thị Vui becomes Quàng T. V. */
    private static String name(String text) {
        String[] words = text.split("\\s+");
        StringBuilder masked = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            masked.append(' ').appendCodePoint(words[i].codePointAt(0)).append('.');
        }
        return words.length == 1 ? text.substring(0, text.offsetByCodePoints(0, 1)) + "." : masked.toString();
    }

    /** 014199001123 becomes 014 1xx xxx 123; any other identifier keeps its last three characters. */
    private static String identifier(String text) {
        if (text.matches("\\d{12}")) {
            return text.substring(0, 3) + " " + text.charAt(3) + "xx xxx " + text.substring(9);
        }
        return text.length() <= 3 ? "xxx" : "x".repeat(text.length() - 3) + text.substring(text.length() - 3);
    }

    private static String email(String text) {
        int at = text.indexOf('@');
        return at < 1 ? "…" : text.charAt(0) + "…" + text.substring(at);
    }

    private static String ends(String text, int first, int last) {
        String digits = text.replaceAll("[\\s.\\-]", "");
        return digits.length() <= first + last
                ? "xx"
                : digits.substring(0, first) + "xx xxx x" + digits.substring(digits.length() - last);
    }
}
