package vn.motcua.processing.outside;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

/**
 * A system that is not of the suite and is known at the broker by a name of its own, which is also its topic.
 *
 * @param name principal and topic
 * @param unit of the department whose queue it reads; null for one that writes
 * @param department whose queue it reads; null for one that writes
 * @param groups how the names of its consumer groups must begin; null for one that writes
 * @param since when it was onboarded, UTC
 * @param secretAt when its present secret was given, UTC; null where it has none and does not get in
 */
@Schema(name = "OutsideSystem")
record OutsideSystem(
        String name,
        Access access,
        String unit,
        String department,
        String groups,
        Instant since,
        Instant secretAt,
        long revision) {

    /** With the dot at its end no name is the beginning of another. */
    static String groups(String name) {
        return name + ".";
    }
}
