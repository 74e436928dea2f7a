package vn.motcua.processing.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;

/** An extension that a specialist asked for and the director may grant. */
@Embeddable
record Extension(
        @Column(name = "extension_due") Instant newDue,
        @Column(name = "extension_reason") String reasonCode,
        @Column(name = "extension_by") String by,
        @Column(name = "extension_at") Instant at) {}
