package vn.motcua.catalog.spelling;

import java.util.regex.Pattern;

/** How far a word is from another one, for words without diacritics: slips of the finger, and letters that sound alike. */
public final class Near {
    /** Nothing farther than this is taken for a slip. */
    public static final int FAR = 99;

    private static final int ALIKE = 1;
    private static final int SLIP = 2;
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
     * 0 for the same word, 1 where both sound alike (s and x, ch and tr, d, gi and r, l and n, -n and -ng) or one begins the
     * other but for one letter, 2 for one slip (a letter too many, missing, wrong, or two in the wrong order), 4 for two
     * slips in words of seven letters or more; else {@link #FAR}.
     */
    public static int cost(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int shorter = Math.min(a.length(), b.length());
        if (shorter < 2 || Math.abs(a.length() - b.length()) > 2) {
            return FAR;
        }
        if (Integer.bitCount(letters(a) ^ letters(b)) > MOST_OTHER_LETTERS) {
            return FAR;
        }
        int slips = slips(a, b);
        if (slips <= MOST_LETTERS_OF_A_SOUND && sound(a).equals(sound(b))) {
            return ALIKE;
        }
        if (slips == 1) {
            return b.startsWith(a) ? ALIKE : SLIP;
        }
        return slips == 2 && shorter >= 7 ? 2 * SLIP : FAR;
    }

    /** Which letters it has: words that share too few need not be looked at any closer. */
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
        int[] two = null;
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + wrong);
                if (two != null && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], two[j - 2] + 1);
                }
            }
            two = last;
            last = now;
        }
        return last[b.length()];
    }
}
