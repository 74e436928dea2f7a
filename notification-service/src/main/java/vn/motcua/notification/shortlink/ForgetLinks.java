package vn.motcua.notification.shortlink;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes short links that have expired: they open nothing any more, and an unknown link is answered alike. */
@ApplicationScoped
class ForgetLinks implements Round {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration GO_ON = Duration.ofSeconds(1);
    private static final int MOST = 5000;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    @Override
    public String task() {
        return "links-forgotten";
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
        return Sql.update(
                        source,
                        "delete from short_link where token in (select token from short_link where expires_at <= ?"
                                + " order by expires_at limit ?)",
                        now,
                        MOST)
                == MOST;
    }
}
