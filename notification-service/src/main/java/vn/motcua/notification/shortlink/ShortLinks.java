package vn.motcua.notification.shortlink;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.sql.Sql;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Short links to a dossier's tracking page: 60 random bits that say nothing, good for half a year. They open no more than a slip that
 * somebody found would: the page asks for the PIN.
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

    /** The link of a dossier, made in the caller's transaction where none is good for long enough. */
    public String of(UUID dossier) {
        return publicUrl + "/x/" + token(dossier);
    }

    private String token(UUID dossier) {
        Instant now = clock.instant();
        return Sql.query(
                        source,
                        "select token from short_link where dossier_id = ? and expires_at >= ? order by expires_at desc limit 1",
                        row -> row.getString(1),
                        dossier,
                        now.plus(LIFE).minus(REUSED_FOR))
                .stream()
                .findFirst()
                .orElseGet(() -> made(dossier, now));
    }

    private String made(UUID dossier, Instant now) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        Sql.update(
                source,
                "insert into short_link (token, dossier_id, made_at, expires_at) values (?,?,?,?)",
                token.toString(),
                dossier,
                now,
                now.plus(LIFE));
        return token.toString();
    }

    /** The dossier of a token; empty for one that is unknown or has expired. */
    Optional<UUID> dossier(String token) {
        if (token == null || token.length() != LENGTH) {
            return Optional.empty();
        }
        return Sql.query(
                        source,
                        "select dossier_id from short_link where token = ? and expires_at > ?",
                        row -> row.getObject(1, UUID.class),
                        token,
                        clock.instant())
                .stream()
                .findFirst();
    }
}
