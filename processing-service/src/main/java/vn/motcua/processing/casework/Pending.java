package vn.motcua.processing.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.util.UUID;

/**
 * An act offered to the dossier that awaits its answer.
 *
 * @param event id of our event; the answer names it in {@code causedBy}
 * @param from the state to which the case returns on a refusal
 */
@Embeddable
record Pending(
        @Column(name = "pending_event") UUID event,
        @Column(name = "pending_act") @Enumerated(EnumType.STRING) Act act,
        @Column(name = "pending_from") @Enumerated(EnumType.STRING) State from,
        @Column(name = "pending_since") Instant since) {}
