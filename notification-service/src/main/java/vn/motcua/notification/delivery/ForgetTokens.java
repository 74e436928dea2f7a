package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets the token of a message as soon as none of its ways can say it any more: all are settled, or too late. A way that the provider
 * has may still fail and hand on to the next, and one in doubt may be found untaken.
 */
@ApplicationScoped
class ForgetTokens implements Round {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration GO_ON = Duration.ofSeconds(1);
    private static final int MOST = 5000;

    private static final String FORGET =
            """
            update message set token = null where id in (select m.id from message m where m.token is not null
                and not exists (select from delivery d where d.message_id = m.id and d.expires_at > ?
                    and d.state in ('WAITING', 'SENDING', 'UNKNOWN', 'HANDED_OVER')) limit ?)
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    @Override
    public String task() {
        return "tokens-forgotten";
    }

    /** Nothing of it is urgent when the service starts. */
    @Override
    public Duration first() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration round() {
        return forget(clock.instant()) ? GO_ON : EVERY;
    }

    /** @return whether there may be more */
    boolean forget(Instant now) {
        return Sql.update(source, FORGET, now, MOST) == MOST;
    }
}
