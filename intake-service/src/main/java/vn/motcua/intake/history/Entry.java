package vn.motcua.intake.history;

import vn.motcua.intake.access.Signature;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A row to be added to a history.
 *
 * @param id also the id of the event, where one is published
 * @param sequence null for what is not published
 * @param fromStage null for the opening
 * @param reason free text for the people of the dossier; never in an event
 * @param details facts by action; no personal data
 */
public record Entry(
        UUID id,
        Integer sequence,
        String action,
        Act.Outcome outcome,
        String fromStage,
        String toStage,
        String actor,
        Signature signature,
        String reasonCode,
        String reason,
        Instant effectiveAt,
        UUID causedBy,
        Map<String, Object> details) {}
