package vn.motcua.catalog.unit;

import vn.motcua.catalog.spelling.Near;

import java.util.Arrays;

/**
 * A name without diacritics, prepared for comparing it with many others that may be spelt with slips.
 *
 * @param joined the name without spaces: words are typed together or apart
 */
record Spelt(String key, String joined, Near.Word[] words) {

    static Spelt of(String key) {
        return new Spelt(
                key,
                key.replace(" ", ""),
                Arrays.stream(key.split(" ")).map(Near.Word::of).toArray(Near.Word[]::new));
    }

    /** Of all slips in this name, if {@code meant} was meant; words typed together or apart cost one; {@link Near#FAR} above. */
    int price(Spelt meant, int dearest) {
        if (key.equals(meant.key)) {
            return 0;
        }
        if (words.length != meant.words.length) {
            return joined.equals(meant.joined) ? 1 : Near.FAR;
        }
        int price = 0;
        for (int i = 0; i < words.length && price <= dearest; i++) {
            price += Near.cost(words[i], meant.words[i]);
        }
        return price <= dearest ? price : Near.FAR;
    }
}
