package vn.motcua.intake.handover;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.platform.problem.ProblemException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A hand-over record: the aggregate as it is kept. Open it is written whole, closed it only takes notes and the dossiers opened from it.
 *
 * @param number as 05/BBGN-TTPVHCC, per unit and calendar year; null while it is open
 * @param officer who took it over
 * @param closedAt null while it is open
 * @param signed how the postman signed; null while it is open
 */
record HandOver(
        UUID id,
        String unit,
        Instant handedOverAt,
        HandOverRequest.Postman postman,
        State state,
        String number,
        Officer officer,
        Instant openedAt,
        Instant closedAt,
        Signed signed,
        long revision) {
    /** How far it is. */
    @Schema(name = "HandOverState")
    public enum State {
        OPEN,
        CLOSED
    }

    /** How the postman signed. */
    @Schema(name = "PostmanSigned")
    public enum Signed {
        ON_PAPER,
        ON_SCREEN
    }

    /** In official capacity. */
    public record Officer(String subject, String name, String title) {}

    /** One of its items with the dossier that was opened from it, or nulls. */
    record Item(int position, HandOverRequest.Item content, Opened opened) {}

    /**
     * The dossier of an item.
     *
     * @param givenUp whether it was abandoned, so that the item is free again
     */
    record Opened(UUID id, String reference, String code, boolean givenUp) {}

    /** What somebody found wrong afterwards. */
    record Note(Instant at, Officer by, String text) {}

    /** @throws ProblemException 409 once it is closed */
    void requireOpen() {
        if (state == State.CLOSED) {
            throw new ProblemException(IntakeProblem.HAND_OVER_CLOSED, number);
        }
    }

    /** @throws ProblemException 409 while it is open */
    void requireClosed() {
        if (state == State.OPEN) {
            throw new ProblemException(IntakeProblem.HAND_OVER_OPEN);
        }
    }

    /** @throws ProblemException 409 where the postman counts another number of items than the record has */
    static void requireCount(List<Item> items, int counted) {
        if (items.size() != counted) {
            throw new ProblemException(IntakeProblem.COUNT_DIFFERS, items.size(), counted)
                    .with("recorded", items.size());
        }
    }
}
