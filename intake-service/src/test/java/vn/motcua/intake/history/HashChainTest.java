package vn.motcua.intake.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.access.Signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class HashChainTest {
    private static final UUID DOSSIER = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-23T08:01:00Z");

    @Test
    void an_untouched_history_is_whole() {
        assertThat(HistoryCheck.first(DOSSIER, history("RECEIVE", "TRANSFER", "DECIDE")))
                .isNull();
    }

    @Test
    void an_act_that_was_altered_removed_or_inserted_breaks_the_chain() {
        List<Act> altered = history("RECEIVE", "TRANSFER", "DECIDE");
        altered.set(1, act(2, "REFUSE", altered.get(0).hash()));
        assertThat(HistoryCheck.first(DOSSIER, altered)).isEqualTo(broken(3, HistoryCheck.Break.UNLINKED));

        List<Act> removed = history("RECEIVE", "TRANSFER", "DECIDE");
        removed.remove(1);
        assertThat(HistoryCheck.first(DOSSIER, removed)).isEqualTo(broken(3, HistoryCheck.Break.UNLINKED));

        List<Act> inserted = history("RECEIVE", "DECIDE");
        inserted.add(1, act(9, "TRANSFER", inserted.get(0).hash()));
        assertThat(HistoryCheck.first(DOSSIER, inserted)).isEqualTo(broken(9, HistoryCheck.Break.SEQUENCE_GAP));
    }

    private static HistoryCheck.Broken broken(long revision, HistoryCheck.Break what) {
        return new HistoryCheck.Broken(DOSSIER, revision, what);
    }

    private static List<Act> history(String... actions) {
        List<Act> acts = new ArrayList<>();
        byte[] last = null;
        for (String action : actions) {
            Act act = act(acts.size() + 1, action, last);
            acts.add(act);
            last = act.hash();
        }
        return acts;
    }

    private static Act act(long revision, String action, byte[] previous) {
        Entry entry = new Entry(
                UUID.nameUUIDFromBytes(action.getBytes()),
                (int) revision,
                action,
                Act.Outcome.APPLIED,
                "RECEIVED",
                "IN_PROCESS",
                "reception",
                Signature.NONE,
                null,
                null,
                AT,
                null,
                Map.of());
        return new Act(DOSSIER, revision, entry, "{}", AT, previous);
    }
}
