package vn.motcua.notification.catalogue;

import java.util.Map;

/**
 * Published names for one message.
 *
 * @param units official names by unit id
 * @param procedure by language; Vietnamese always
 */
public record Names(Map<String, String> units, Map<String, String> procedure) {

    /** A unit's official name. */
    public String unit(String id) {
        return units.get(id);
    }

    /** The procedure's name; Vietnamese where it has none in that language. */
    public String procedureIn(String language) {
        return procedure.getOrDefault(language, procedure.get("vi"));
    }
}
