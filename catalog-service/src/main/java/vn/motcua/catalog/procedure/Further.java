package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a procedure says beyond the national lists as they are loaded; editors add it. An empty list or null: not established.
 *
 * @param subjects who may ask for it
 * @param conditions that must be fulfilled
 * @param steps what is done by whom, in order
 * @param presence whether the person must come in person
 * @param onlineReason why it is online only in part, which must be public (Decree 224/2026/NĐ-CP Art. 14)
 * @param exemptions who pays no fee, or less, with the ground
 * @param coordination who takes part beside the department that handles it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Further(
        List<String> subjects,
        List<String> conditions,
        List<String> steps,
        Boolean presence,
        String onlineReason,
        List<Exemption> exemptions,
        List<Coordination> coordination) {
    /** Nothing beyond the lists. */
    public static final Further NOTHING =
            new Further(List.of(), List.of(), List.of(), null, null, List.of(), List.of());

    public Further {
        subjects = some(subjects);
        conditions = some(conditions);
        steps = some(steps);
        exemptions = some(exemptions);
        coordination = some(coordination);
    }

    /** A list with a hole in it is kept as it came; whoever takes it in says where the hole is. */
    private static <T> List<T> some(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
