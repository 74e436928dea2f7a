package vn.motcua.processing.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;

/**
 * A hand-over that the receiving department has not answered yet.
 *
 * @param from the department that handed the case on
 * @param byName the officer who did
 */
@Embeddable
record Handed(
        @Column(name = "handed_from") String from,
        @Column(name = "handed_by_name") String byName,
        @Column(name = "handed_at") Instant at) {}
