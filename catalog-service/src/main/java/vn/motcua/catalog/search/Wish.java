package vn.motcua.catalog.search;

import vn.motcua.catalog.spelling.Near;
import vn.motcua.catalog.spelling.Vietnamese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What somebody typed, as words to look for. Words that say nothing are left out unless there are no others; of each word
 * the alternatives are known that may stand for it, with their price (see {@link Near}).
 *
 * @param exact the words that count, with diacritics
 * @param words their keys, each once
 * @param alternatives by word: other words and their price, the cheapest first; empty until {@link #mended}
 */
record Wish(String exact, List<String> words, Map<String, Map<String, Integer>> alternatives) {
    private static final int MOST_WORDS = 10;
    private static final int MOST_ALTERNATIVES = 6;
    private static final int SHORTEST_MENDED = 2;
    private static final Pattern CODE = Pattern.compile("\\d[\\d.]*(?:\\.[a-z]\\d*)?");

    /** @param silent keys of words and phrases that narrow no search */
    static Wish of(String text, List<String> silent) {
        String exact = Vietnamese.exact(text);
        String[] marked = exact.isEmpty() ? new String[0] : exact.split(" ");
        String keys = " " + Vietnamese.key(text) + " ";
        String[] plain = keys.strip().split(" ");
        boolean[] out = new boolean[marked.length];
        if (plain.length == marked.length) {
            for (String phrase : silent) {
                leaveOut(plain, phrase.split(" "), out);
            }
        }
        List<String> kept = new ArrayList<>();
        Set<String> words = new LinkedHashSet<>();
        boolean all = every(out);
        for (int i = 0; i < marked.length && words.size() < MOST_WORDS; i++) {
            if (all || !out[i]) {
                kept.add(marked[i]);
                words.add(plain.length == marked.length ? plain[i] : Vietnamese.key(marked[i]));
            }
        }
        words.remove("");
        return new Wish(String.join(" ", kept), List.copyOf(words), Map.of());
    }

    private static void leaveOut(String[] words, String[] phrase, boolean[] out) {
        for (int i = 0; i + phrase.length <= words.length; i++) {
            boolean fits = true;
            for (int j = 0; j < phrase.length; j++) {
                fits &= words[i + j].equals(phrase[j]);
            }
            for (int j = 0; fits && j < phrase.length; j++) {
                out[i + j] = true;
            }
        }
    }

    private static boolean every(boolean[] out) {
        for (boolean each : out) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    /** The words without diacritics, in their order. */
    String key() {
        return Vietnamese.key(exact);
    }

    /**
     * What to look for.
     *
     * @param words of each the alternatives and their price, the cheapest first
     * @param enough how many of the words a find must have
     */
    record Asked(List<Map<String, Integer>> words, int enough) {}

    /** All words, as they were typed. */
    Asked strict() {
        return new Asked(words.stream().map(word -> Map.of(word, 0)).toList(), words.size());
    }

    /** The beginning of a code stands for the code. */
    static boolean begun(String word) {
        return word.length() >= 3 && CODE.matcher(word).matches();
    }

    /**
     * With alternatives from the words that can be found: for unknown words, or for all where every word is known.
     */
    Wish mended(KnownWords.Known known) {
        boolean all = known.uses().keySet().containsAll(words);
        Map<String, Map<String, Integer>> found = new LinkedHashMap<>();
        for (String word : words) {
            Map<String, Integer> near = new LinkedHashMap<>();
            if (known.uses().containsKey(word)) {
                near.put(word, 0);
            }
            if ((all || near.isEmpty())
                    && word.length() >= SHORTEST_MENDED
                    && !CODE.matcher(word).matches()) {
                near.putAll(near(Near.Word.of(word), known));
            }
            found.put(word, near);
        }
        return new Wish(exact, words, found);
    }

    private static Map<String, Integer> near(Near.Word word, KnownWords.Known known) {
        Map<String, Integer> prices = new TreeMap<>();
        for (Near.Word other : known.words()) {
            int price = Near.cost(word, other);
            if (price != Near.FAR && price > 0) {
                prices.put(other.text(), price);
            }
        }
        Map<String, Integer> best = new LinkedHashMap<>();
        prices.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(each -> -known.uses().get(each.getKey())))
                .limit(MOST_ALTERNATIVES)
                .forEach(each -> best.put(each.getKey(), each.getValue()));
        return best;
    }

    /** Words that two others were typed together for ({@code khaisinh}) are parted. */
    Wish parted(Set<String> known) {
        List<String> parts = new ArrayList<>();
        for (String word : exact.split(" ")) {
            String key = Vietnamese.key(word);
            String found = word;
            for (int cut = 2; !known.contains(key) && cut <= key.length() - 2; cut++) {
                if (key.length() == word.length()
                        && known.contains(Vietnamese.key(key.substring(0, cut)))
                        && known.contains(Vietnamese.key(key.substring(cut)))) {
                    found = word.substring(0, cut) + " " + word.substring(cut);
                }
            }
            parts.add(found);
        }
        String text = String.join(" ", parts);
        return text.equals(exact) ? this : of(text, List.of());
    }

    /** Of how many words a find may lack one. */
    private int mayLack() {
        return words.size() >= 6 ? 2 : words.size() >= 3 ? 1 : 0;
    }

    /**
     * Each word or one of its alternatives; null where nothing could be found.
     *
     * @param lacking but for those that may be lacking; null where none may
     */
    Asked loose(boolean lacking) {
        List<Map<String, Integer>> present = words.stream()
                .map(alternatives::get)
                .filter(each -> !each.isEmpty())
                .toList();
        int lack = mayLack() - (words.size() - present.size());
        if (present.isEmpty() || lack < 0 || lacking && lack == 0) {
            return null;
        }
        return new Asked(present, present.size() - (lacking ? lack : 0));
    }

    /** Every word that counts as a find, for the marks. */
    boolean means(String word) {
        return words.contains(word)
                || alternatives.values().stream().anyMatch(each -> each.containsKey(word))
                || words.stream().anyMatch(each -> begun(each) && word.startsWith(each));
    }

    /** The words as the found text spells them, those that it lacks as they are known. */
    String corrected(String found) {
        List<Vietnamese.Word> there = Vietnamese.words(found);
        List<String> text = new ArrayList<>();
        for (String word : words) {
            alternatives.get(word).entrySet().stream()
                    .filter(each -> there.stream().anyMatch(at -> at.key().equals(each.getKey())))
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .or(() -> alternatives.get(word).keySet().stream().findFirst())
                    .ifPresent(key -> text.add(there.stream()
                            .filter(at -> at.key().equals(key))
                            .findFirst()
                            .map(at -> found.substring(at.start(), at.end()).toLowerCase(Locale.ROOT))
                            .orElse(key)));
        }
        return String.join(" ", text);
    }
}
