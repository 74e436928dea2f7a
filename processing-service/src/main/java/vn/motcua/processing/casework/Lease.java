package vn.motcua.processing.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;

/**
 * Who holds a case, since when and until when, UTC.
 *
 * @param holder the token's subject
 */
@Embeddable
record Lease(
        @Column(name = "holder") String holder,
        @Column(name = "holder_name") String name,
        @Column(name = "held_since") Instant since,
        @Column(name = "lease_until") Instant until) {

    boolean over(Instant now) {
        return !now.isBefore(until);
    }

    Lease renewed(Instant newUntil) {
        return new Lease(holder, name, since, newUntil);
    }
}
