package vn.motcua.notification.satisfaction;

import java.util.List;
import java.util.Set;

/**
 * What a person says.
 *
 * @param mark 1 (very dissatisfied) to 5 (very satisfied)
 * @param steps a mark for each of the five steps, null where none was given
 * @param words own words, null for none
 */
record Answer(int mark, List<Integer> steps, Set<Reason> reasons, String words) {
    static final int STEPS = 5;
    private static final int LOW = 2;

    /** Whether somebody has to look into it. */
    boolean low() {
        return mark <= LOW;
    }
}
