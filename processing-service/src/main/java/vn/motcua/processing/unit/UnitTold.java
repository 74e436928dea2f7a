package vn.motcua.processing.unit;

import java.time.LocalDate;
import java.util.List;

/**
 * What is read of {@code catalog.units} to know whom a question goes to.
 *
 * @param validFrom first day, legal time; null for former units
 * @param validTo last day, null while in force
 */
record UnitTold(String id, String provinceCode, LocalDate validFrom, LocalDate validTo, List<Successor> successors) {
    UnitTold {
        successors = successors == null ? List.of() : List.copyOf(successors);
    }

    /** What became of a former unit; with PART it went to several. */
    record Successor(String id, Part part) {}

    enum Part {
        WHOLE,
        PART
    }

    boolean inForce(LocalDate day) {
        boolean began = validFrom == null ? validTo != null : !day.isBefore(validFrom);
        return began && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether one has to say which part is meant. */
    boolean divided() {
        return !successors.isEmpty() && successor() == null;
    }

    /** The one it went into whole; null where it was divided or nothing is known of it. */
    String successor() {
        return successors.size() == 1 && successors.get(0).part() == Part.WHOLE
                ? successors.get(0).id()
                : null;
    }
}
