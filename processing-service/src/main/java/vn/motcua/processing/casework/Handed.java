package vn.motcua.processing.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;

/**
 * A hand-over that the receiving department has not answered yet.
 *
 * @param unit that handed the case on; null in a hand-over of before, which did not leave the unit
 * @param from its department
 * @param byName the officer who did
 */
@Embeddable
record Handed(
        @Column(name = "handed_from_unit") String unit,
        @Column(name = "handed_from") String from,
        @Column(name = "handed_by_name") String byName,
        @Column(name = "handed_at") Instant at) {
    /** @param own the unit where the case lies */
    String fromUnit(String own) {
        return unit == null ? own : unit;
    }
}
