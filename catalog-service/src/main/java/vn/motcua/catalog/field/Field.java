package vn.motcua.catalog.field;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A field of procedures.
 *
 * @param id its name in lower case without diacritics, words joined by hyphens: what an address can carry, e.g. {@code ho-tich}
 * @param procedures how many are in force
 */
public record Field(String id, String name, int procedures) {

    /** The id of a name; an id is its own. */
    public static String id(String name) {
        String bare = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
        return bare.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
