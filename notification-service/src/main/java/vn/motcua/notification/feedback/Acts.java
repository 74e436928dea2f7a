package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The history of a feedback: acts are only added, each chained to the one before by its hash, their words sealed. */
@ApplicationScoped
class Acts {
    private static final String GENESIS = "0".repeat(64);
    private static final String ADD =
            """
            insert into feedback_act (feedback_id, number, action, state_before, state, actor_role, actor_subject, actor_name,
                actor_title, reason_code, sealed, at, prev_hash, hash) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    /** Who acted; of the person served, no more than that. */
    record Actor(String role, String subject, String name, String title) {
        static final Actor PERSON = new Actor("person", null, null, null);
    }

    /**
     * What an act says.
     *
     * @param text a question, a reply, an answer, a note
     * @param second what goes with it: the redacted answer, the body it was forwarded to
     */
    record Words(String text, String second) {
        static final Words NONE = new Words(null, null);

        static Words of(String text) {
            return new Words(text, null);
        }

        private boolean empty() {
            return text == null && second == null;
        }
    }

    /** The name of the act with which each begins: the receipt, or what was taken down. */
    static final String BEGUN = "RECEIVE";

    /** One act as it is kept. */
    record Act(
            UUID feedbackId,
            long number,
            String action,
            String before,
            String state,
            Actor actor,
            String reasonCode,
            byte[] sealed,
            Instant at,
            String prevHash,
            String hash) {

        private String hashed() {
            return sha256(String.join(
                    "\n",
                    prevHash,
                    feedbackId.toString(),
                    Long.toString(number),
                    action,
                    "" + before,
                    state,
                    actor.role(),
                    "" + actor.subject(),
                    "" + actor.name(),
                    "" + actor.title(),
                    "" + reasonCode,
                    at.toString(),
                    sealed == null ? "" : HexFormat.of().formatHex(digest(sealed))));
        }

        boolean is(FeedbackAction wanted) {
            return action.equals(wanted.name());
        }
    }

    /** Adds the act that made {@code after}; its number is the revision. */
    void add(Feedback before, Feedback after, String action, Actor actor, String reason, Words words, Instant at) {
        String previous = Sql.query(
                        source,
                        "select hash from feedback_act where feedback_id = ? order by number desc limit 1",
                        row -> row.getString(1),
                        after.id())
                .stream()
                .findFirst()
                .orElse(GENESIS);
        byte[] sealed = words.empty() ? null : seal.seal(EventJson.write(words));
        Act act = new Act(
                after.id(),
                after.revision(),
                action,
                before == null ? null : before.state().name(),
                after.state().name(),
                actor,
                reason,
                sealed,
                at,
                previous,
                null);
        Sql.update(
                source,
                ADD,
                act.feedbackId,
                act.number,
                act.action,
                act.before,
                act.state,
                actor.role(),
                actor.subject(),
                actor.name(),
                actor.title(),
                reason,
                sealed,
                at,
                previous,
                act.hashed());
    }

    /** All acts of a feedback, oldest first. */
    List<Act> of(UUID feedback) {
        return Sql.query(
                source, "select * from feedback_act where feedback_id = ? order by number", Acts::read, feedback);
    }

    /** All acts of each of these feedbacks, oldest first. */
    Map<UUID, List<Act>> of(List<Feedback> feedbacks) {
        return Sql.query(
                        source,
                        "select * from feedback_act where feedback_id = any(?) order by number",
                        Acts::read,
                        (Object) feedbacks.stream().map(Feedback::id).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Act::feedbackId));
    }

    /** The newest act of a kind; null where there is none. */
    static Act newest(List<Act> acts, FeedbackAction action) {
        Act found = null;
        for (Act act : acts) {
            found = act.is(action) ? act : found;
        }
        return found;
    }

    /** What an act said; empty where it said nothing. */
    Words words(Act act) {
        return act == null || act.sealed == null
                ? Words.NONE
                : EventJson.read(EventJson.tree(seal.open(act.sealed)), Words.class);
    }

    /** Whether each act is the one that was kept, in its place, and the last one is the feedback's newest. */
    static boolean intact(List<Act> acts, long revision) {
        String previous = GENESIS;
        long number = 0;
        for (Act act : acts) {
            number++;
            if (act.number != number || !act.prevHash.equals(previous) || !act.hash.equals(act.hashed())) {
                return false;
            }
            previous = act.hash;
        }
        return number == revision;
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Act read(ResultSet row) throws SQLException {
        return new Act(
                row.getObject("feedback_id", UUID.class),
                row.getLong("number"),
                row.getString("action"),
                row.getString("state_before"),
                row.getString("state"),
                new Actor(
                        row.getString("actor_role"),
                        row.getString("actor_subject"),
                        row.getString("actor_name"),
                        row.getString("actor_title")),
                row.getString("reason_code"),
                row.getBytes("sealed"),
                Feedbacks.instant(row, "at"),
                row.getString("prev_hash"),
                row.getString("hash"));
    }
}
