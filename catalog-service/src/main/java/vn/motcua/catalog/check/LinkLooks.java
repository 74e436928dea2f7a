package vn.motcua.catalog.check;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.catalog.CatalogConfig;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Background;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks once a day at every link that procedures and drafts name; in the background, and never in somebody's transaction. */
@ApplicationScoped
public class LinkLooks {
    private static final Logger LOG = Logger.getLogger(LinkLooks.class);
    private static final int SECONDS_BETWEEN = 20;
    private static final int MOST_OF_A_ROUND = 50;
    private static final int MOST_DEAD = 10_000;
    private static final Duration FRESH = Duration.ofDays(1);

    @Inject
    AgroalDataSource source;

    @Inject
    LookAtLink look;

    @Inject
    CatalogConfig config;

    @Inject
    Clock clock;

    private final ScheduledExecutorService worker = Background.thread("link-looks");
    private volatile Set<String> dead = Set.of();

    /** Whether the server of a link said, when it was last asked, that there is nothing there. */
    boolean dead(String address) {
        return dead.contains(address);
    }

    /** Links that somebody wrote are looked at soon; in the caller's transaction. */
    public void expect(Procedure content) {
        Instant now = clock.instant();
        List<Object[]> rows = Links.addresses(content).stream()
                .map(address -> new Object[] {address, now})
                .toList();
        if (!rows.isEmpty()) {
            Sql.updateAll(
                    source, "insert into link_look values (?, 'NEW', ?::timestamptz) on conflict do nothing", rows);
        }
    }

    void published(@Observes Procedures.Inserted inserted) {
        inserted.versions().forEach(each -> expect(each.content()));
    }

    void start(@Observes StartupEvent event) {
        if (config.links().look()) {
            worker.scheduleWithFixedDelay(this::quietly, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        worker.shutdownNow();
    }

    private void quietly() {
        try {
            round();
        } catch (RuntimeException later) {
            LOG.warnf("links could not be looked at: %s", later.toString());
        }
    }

    /** Looks at what is due, and knows afterwards what is dead. */
    void round() {
        List<String> due = Sql.query(
                source,
                "select address from link_look where state = 'NEW' or looked_at < ? order by looked_at limit ?",
                row -> row.getString(1),
                clock.instant().minus(FRESH),
                MOST_OF_A_ROUND);
        for (String address : due) {
            LookAtLink.Found found = look.at(address);
            Sql.update(
                    source,
                    "update link_look set state = ?, looked_at = ? where address = ?",
                    found.name(),
                    clock.instant(),
                    address);
        }
        dead = Set.copyOf(Sql.query(
                source,
                "select address from link_look where state = 'DEAD' order by looked_at desc limit ?",
                row -> row.getString(1),
                MOST_DEAD));
    }
}
