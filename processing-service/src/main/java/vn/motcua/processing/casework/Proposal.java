package vn.motcua.processing.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;

/**
 * What was proposed, by whom and when; stays after the decision.
 *
 * @param groundCode the legal ground, null where everything is granted
 */
@Embeddable
record Proposal(
        @Column(name = "proposed_by") String by,
        @Column(name = "proposed_by_name") String name,
        @Column(name = "proposed_at") Instant at,
        @Column(name = "decision_kind") @Enumerated(EnumType.STRING) DecisionKind kind,
        @Column(name = "ground_code") String groundCode) {}
