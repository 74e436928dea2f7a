package vn.motcua.catalog.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;

/**
 * Why one procedure of an import is not published as it was compared.
 *
 * @param basedOn version it was compared with; null: a new procedure
 * @param newest version that there is now
 * @param day of ENDED the last day, else the first day of the newest version
 */
@Schema(name = "ImportObstacle")
record Obstacle(String code, Reason reason, Integer basedOn, int newest, LocalDate day) {
    /** What happened meanwhile. */
    @Schema(name = "ImportObstacleReason")
    enum Reason {
        /** Another version was published. */
        CHANGED,
        /** The procedure ended; a list does not begin it again. */
        ENDED,
        /** The newest version begins on that day or later. */
        DATE_TOO_EARLY,
        /** What is published says the same already; nothing is lost by leaving it out. */
        SAME
    }

    /** Whether somebody has to decide about it. */
    boolean inTheWay() {
        return reason != Reason.SAME;
    }
}
