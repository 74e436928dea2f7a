package vn.motcua.catalog.spelling;

import java.util.regex.Pattern;

/** How far a word is from another one, for words without diacritics: slips of the finger, and letters that sound alike. */
public final class Near {
    /** Nothing farther than this is taken for a slip. */
    public static final int FAR = 99;

    private static final int ALIKE = 1;
    private static final int SLIP = 2;
    private static final int MOST_SLIPS = 2;
    private static final int LONG_WORD = 7;
    private static final int MOST_OTHER_LETTERS = 6;
    private static final int MOST_LETTERS_OF_A_SOUND = 4;
    private static final Pattern TR = Pattern.compile("^tr");
    private static final Pattern D = Pattern.compile("^(?:gi|r)(?=[aeiouy])");
    private static final Pattern GH = Pattern.compile("^(n?g)h(?=[ie])");
    private static final Pattern K = Pattern.compile("^[kq]");
    private static final Pattern END_N = Pattern.compile("(?<=[aeiouy])n[gh]$");
    private static final Pattern END_T = Pattern.compile("(?<=[aeiouy])(?:ch|c)$");

    private Near() {}

    /**
     * A word prepared for comparing it with many.
     *
     * @param letters which letters it has: words that share too few need not be looked at any closer
     * @param sound what it sounds like, for those who write as they speak
     */
    public record Word(String text, int letters, String sound) {
        public static Word of(String text) {
            return new Word(text, Near.letters(text), Near.sound(text));
        }
    }

    /**
     * 0 for the same word, 1 where both sound alike (s and x, ch and tr, d, gi and r, l and n, -n and -ng) or one begins the
     * other but for one letter, 2 for one slip (a letter too many, missing, wrong, or two in the wrong order), 4 for two
     * slips in words of seven letters or more; else {@link #FAR}.
     */
    public static int cost(Word a, Word b) {
        int shorter = Math.min(a.text().length(), b.text().length());
        int other = Integer.bitCount(a.letters() ^ b.letters());
        if (other > MOST_OTHER_LETTERS) {
            return FAR;
        }
        if (a.text().equals(b.text())) {
            return 0;
        }
        if (shorter < 2 || Math.abs(a.text().length() - b.text().length()) > MOST_SLIPS) {
            return FAR;
        }
        boolean alike = a.sound().equals(b.sound());
        int most = shorter >= LONG_WORD ? MOST_SLIPS : 1;
        if (!alike && other > 2 * most) {
            return FAR;
        }
        int slips = slips(a.text(), b.text());
        if (alike && slips <= MOST_LETTERS_OF_A_SOUND) {
            return ALIKE;
        }
        if (slips == 1) {
            return b.text().startsWith(a.text()) ? ALIKE : SLIP;
        }
        return slips <= most ? 2 * SLIP : FAR;
    }

    /** The same for two words that are compared once. */
    public static int cost(String a, String b) {
        return cost(Word.of(a), Word.of(b));
    }

    private static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << (word.charAt(i) & 31);
        }
        return letters;
    }

    private static String sound(String word) {
        String s = word.startsWith("x") ? "s" + word.substring(1) : word;
        s = TR.matcher(s).replaceFirst("ch");
        s = D.matcher(s).replaceFirst("d");
        s = GH.matcher(s).replaceFirst("$1");
        s = K.matcher(s).replaceFirst("c");
        s = s.startsWith("l") ? "n" + s.substring(1) : s;
        s = END_N.matcher(s).replaceFirst("n");
        return END_T.matcher(s).replaceFirst("t");
    }

    /** Letters changed, missing, too many or exchanged with their neighbour. */
    private static int slips(String a, String b) {
        int begin = 0;
        int most = Math.min(a.length(), b.length());
        while (begin < most && a.charAt(begin) == b.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < most - begin && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int m = a.length() - begin - end;
        int n = b.length() - begin - end;
        return Math.min(m, n) == 0 || Math.max(m, n) == 1
                ? Math.max(m, n)
                : slips(a.substring(begin, begin + m), b.substring(begin, begin + n), new int[3][n + 1]);
    }

    private static int slips(String a, String b, int[][] rows) {
        for (int j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = rows[i % 3];
            int[] last = rows[(i + 2) % 3];
            int[] two = rows[(i + 1) % 3];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + wrong);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], two[j - 2] + 1);
                }
            }
        }
        return rows[a.length() % 3][b.length()];
    }
}
