package vn.motcua.notification.shortlink;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.delivery.Subject;
import vn.motcua.platform.sql.Sql;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Short links to a dossier's tracking page or to the page of a feedback: 60 random bits that say nothing, good for half a year. They open
 * no more than a slip that somebody found would: the tracking page asks for the PIN, and beside the link to a feedback stands its code.
 */
@ApplicationScoped
public class ShortLinks {
    private static final Duration LIFE = Duration.ofDays(180);
    private static final Duration REUSED_FOR = Duration.ofDays(90);
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AgroalDataSource source;
    private final Clock clock;
    private final String publicUrl;

    @Inject
    ShortLinks(AgroalDataSource source, Clock clock, NotificationConfig config) {
        this.source = source;
        this.clock = clock;
        this.publicUrl = config.publicUrl().replaceAll("/+$", "");
    }

    /** The link of a dossier or a feedback, made in the caller's transaction where none is good for long enough. */
    public String of(Subject of) {
        return publicUrl + "/x/" + token(of);
    }

    private String token(Subject of) {
        Instant now = clock.instant();
        return Sql.query(
                        source,
                        "select token from short_link where " + (of.isFeedback() ? "feedback_id" : "dossier_id")
                                + " = ? and expires_at >= ? order by expires_at desc limit 1",
                        row -> row.getString(1),
                        of.isFeedback() ? of.feedback() : of.dossier(),
                        now.plus(LIFE).minus(REUSED_FOR))
                .stream()
                .findFirst()
                .orElseGet(() -> made(of, now));
    }

    private String made(Subject of, Instant now) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        Sql.update(
                source,
                "insert into short_link (token, dossier_id, feedback_id, made_at, expires_at) values (?,?,?,?,?)",
                token.toString(),
                of.dossier(),
                of.feedback(),
                now,
                now.plus(LIFE));
        return token.toString();
    }

    /** What a token is of; empty for one that is unknown or has expired. */
    Optional<Subject> subject(String token) {
        if (token == null || token.length() != LENGTH) {
            return Optional.empty();
        }
        return Sql.query(
                        source,
                        "select dossier_id, feedback_id from short_link where token = ? and expires_at > ?",
                        row -> new Subject(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        token,
                        clock.instant())
                .stream()
                .findFirst();
    }
}
