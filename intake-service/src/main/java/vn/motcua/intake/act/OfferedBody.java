package vn.motcua.intake.act;

import vn.motcua.intake.paper.Papers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What cases and returns offer to the dossier; they never carry free text. */
public sealed interface OfferedBody extends Body {
    /** A paper the case needs. */
    record Item(String component, String reasonCode) {}

    /** @param groundCode why once more, null for the first request */
    record AskSupplement(List<Item> items, String reasonCode, String groundCode)
            implements OfferedBody, SupplementGround {}

    record AskPayment(long amountVnd, String reasonCode) implements OfferedBody {}

    record Extend(Instant newDue, String reasonCode) implements OfferedBody {}

    record Decide(String decisionKind, UUID resultId, String resultHash, String groundCode) implements OfferedBody {
        @Override
        public String reasonCode() {
            return groundCode;
        }
    }

    record Reissue(UUID resultId, String resultHash, UUID replaces) implements OfferedBody {}

    /** @param originals what went back by post, nothing with an electronic result; null at the counter, where everything that is held does */
    record HandOver(String collector, String how, List<Papers.Originals> originals) implements OfferedBody {}
}
