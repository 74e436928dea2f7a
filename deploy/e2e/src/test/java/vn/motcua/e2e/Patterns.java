package vn.motcua.e2e;

import java.util.Random;

/** Text for the small patterns that schemas use: characters, classes and groups, each with a count. */
final class Patterns {
    private final String pattern;
    private final Random random;
    private int at;

    private Patterns(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    static String sample(String pattern, Random random) {
        return new Patterns(pattern, random).sequence();
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            int begin = at;
            String once = atom();
            int end = at;
            int times = times();
            for (int i = 0; i < times; i++) {
                int after = at;
                at = begin;
                text.append(i == 0 ? once : atom());
                at = i == 0 ? after : Math.max(after, end);
            }
        }
        return text.toString();
    }

    private String atom() {
        char next = pattern.charAt(at++);
        if (next == '(') {
            String inner = sequence();
            at++;
            return inner;
        }
        if (next == '[') {
            int end = pattern.indexOf(']', at);
            String set = pattern.substring(at, end);
            at = end + 1;
            return String.valueOf(oneOf(set));
        }
        if (next == '\\') {
            char escaped = pattern.charAt(at++);
            return escaped == 'S' || escaped == 'd' ? "7" : String.valueOf(escaped);
        }
        return next == '.' ? "a" : String.valueOf(next);
    }

    private char oneOf(String set) {
        int from = random.nextInt(set.length());
        if (from + 2 < set.length() && set.charAt(from + 1) == '-') {
            return (char) (set.charAt(from) + random.nextInt(set.charAt(from + 2) - set.charAt(from) + 1));
        }
        return set.charAt(from) == '-' && from > 0 && from < set.length() - 1 ? set.charAt(0) : set.charAt(from);
    }

    private int times() {
        if (at >= pattern.length()) {
            return 1;
        }
        switch (pattern.charAt(at)) {
            case '?':
                at++;
                return random.nextInt(2);
            case '*', '+':
                at++;
                return 1 + random.nextInt(3);
            case '{':
                int end = pattern.indexOf('}', at);
                String[] bounds = pattern.substring(at + 1, end).split(",");
                at = end + 1;
                int least = Integer.parseInt(bounds[0]);
                int most = Integer.parseInt(bounds[bounds.length - 1]);
                return least + random.nextInt(Math.min(most - least, 10) + 1);
            default:
                return 1;
        }
    }
}
