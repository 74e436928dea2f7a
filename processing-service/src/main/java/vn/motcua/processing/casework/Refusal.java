package vn.motcua.processing.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;

/** The last act that the dossier refused and the case took back; stays visible until the next offered act. */
@Embeddable
record Refusal(
        @Column(name = "refused_act") @Enumerated(EnumType.STRING) Act act,
        @Column(name = "refused_reason") String reasonCode,
        @Column(name = "refused_at") Instant at) {}
