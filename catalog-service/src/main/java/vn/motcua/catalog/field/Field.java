package vn.motcua.catalog.field;

import vn.motcua.catalog.spelling.Vietnamese;

/**
 * A field of procedures.
 *
 * @param id its name in lower case without diacritics, words joined by hyphens: what an address can carry, e.g. {@code ho-tich}
 * @param procedures how many are in force
 */
public record Field(String id, String name, int procedures) {

    /** The id of a name; an id is its own. */
    public static String id(String name) {
        return Vietnamese.unmarked(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
