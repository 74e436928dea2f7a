package vn.motcua.processing.board;

import vn.motcua.processing.queue.QueueFigures.DepartmentFigures;
import vn.motcua.processing.queue.QueueFigures.Figure;

import java.time.Instant;
import java.util.List;

/**
 * The load of a unit at one instant, UTC.
 *
 * @param departments every department, and {@code unrouted}; a figure is the {@code show} of that department's queue
 * @param officers whoever was seen in a department of the unit, at most 200
 */
record BoardView(Instant at, String unit, List<DepartmentFigures> departments, List<OfficerRow> officers) {

    /**
     * @param held cases under a lease that runs
     * @param oldest since when the longest held of them is held; null without any
     * @param limit how many "give me the next" lets the officer hold
     * @param absentUntil null while the officer is there
     */
    record OfficerRow(
            String subject,
            String name,
            String title,
            String department,
            Figure held,
            Figure late,
            Figure today,
            Figure atRisk,
            Instant oldest,
            int limit,
            Instant absentUntil,
            String substituteName) {}
}
