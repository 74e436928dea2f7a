package vn.motcua.processing.draft;

import java.time.Instant;
import java.util.UUID;

/**
 * A draft as officers see it. Instants are UTC.
 *
 * @param result the file that was offered
 * @param until the last minute in which an answer is in time; silence after it is consent
 * @param answeredBy null while nobody answered
 * @param how how the person said it to the desk; null unless the desk wrote it down
 * @param officer who wrote it down at the desk
 * @param fault what the person finds wrong; null where they agree
 * @param objection in the person's words; stays inside the service
 */
record DraftView(
        UUID id,
        UUID result,
        DraftOffer.State state,
        String offeredBy,
        Instant offeredAt,
        Instant until,
        SaidBy answeredBy,
        Instant answeredAt,
        SaidHow how,
        String officer,
        DraftFault fault,
        String objection) {
    static DraftView of(DraftOffer offer) {
        return new DraftView(
                offer.id(),
                offer.resultId(),
                offer.state(),
                offer.offeredByName(),
                offer.offeredAt(),
                offer.until(),
                offer.answeredBy(),
                offer.answeredAt(),
                offer.how(),
                offer.officerName(),
                offer.fault(),
                offer.objection());
    }
}
