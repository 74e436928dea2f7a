package vn.motcua.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.inbox.HoldKey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Sends what the table says about an act of a case, in the caller's transaction. */
@ApplicationScoped
public class SendCaseMessages {
    @Inject
    Dossiers dossiers;

    @Inject
    SendMessages messages;

    /** @throws HoldKey while the dossier act on which the case's act rests has not arrived */
    public void send(UUID eventId, CaseTold told) {
        List<MessageTable.Row> rows = CaseMessageTable.find(told.act(), told.role());
        if (rows.isEmpty()) {
            return;
        }
        KnownDossier dossier = dossiers.find(told.dossierId())
                .filter(known -> known.sequence() >= told.basedOnSequence())
                .orElseThrow(() -> new HoldKey("the dossier has not been told of"));
        Map<Fact, String> until =
                told.until() == null ? Map.of() : Map.of(Fact.DRAFT_UNTIL, LegalTime.onPaper(told.until()));
        messages.say(
                eventId,
                dossier.at(told.effectiveAt()),
                dossier,
                new SendMessages.Said(rows, until, inOrder(told.effectiveAt())));
    }

    /** Several messages may rest on one act of the dossier: above the one of that act, and each above the one before. */
    private static UUID inOrder(Instant at) {
        long millis = at.toEpochMilli();
        long high = 0xFFFFL << 48 | (millis >>> 12) << 16 | 0x8000L | millis & 0xFFF;
        return new UUID(high, ThreadLocalRandom.current().nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
