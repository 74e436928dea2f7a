package vn.motcua.intake.redating;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.motcua.intake.act.RedateDossiers;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The way of a run past a dossier that cannot be computed or changed: where a batch fails, each of its dossiers is taken by itself, and
 * what fails alone is set aside. It reads rows by plain statements, since it may be the very row that cannot be read.
 */
@ApplicationScoped
class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);
    private static final int LOOK_AT = 500;
    private static final int APPLY_TO = 200;
    private static final int TRIED_AGAIN = 50;

    private final AgroalDataSource source;
    private final Redatings redatings;
    private final RedatingRows rows;
    private final RedateDossiers redate;
    private final Dossiers dossiers;
    private final Clock clock;

    OneByOne(
            AgroalDataSource source,
            Redatings redatings,
            RedatingRows rows,
            RedateDossiers redate,
            Dossiers dossiers,
            Clock clock) {
        this.source = source;
        this.redatings = redatings;
        this.rows = rows;
        this.redate = redate;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /**
     * A stretch of the look, in the order in which the run goes; in a transaction of its own that holds the run.
     *
     * @return whether there was anything to look at
     */
    boolean look(UUID id, WorkCalendar calendar) {
        Redating run = redatings.lock(id).orElseThrow();
        if (run.state() != Redating.RunState.LOOKING) {
            return true;
        }
        List<RedatingRows.Row> page = running(run);
        List<RedatingRows.Row> found = new ArrayList<>();
        page.forEach(row -> {
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> RedateTask.compare(
                                dossiers.findById(row.dossierId()), calendar, row.settledAt(), found));
            } catch (RuntimeException e) {
                told(row.dossierId(), e);
                found.add(row);
            }
        });
        if (page.isEmpty()) {
            return false;
        }
        rows.add(id, found);
        int aside = (int) found.stream().filter(RedatingRows.Row::aside).count();
        int moved = (int) found.stream().filter(RedatingRows.Row::moves).count();
        RedatingRows.Row last = page.get(page.size() - 1);
        redatings.looked(id, page.size(), moved, found.size() - moved - aside, last.dueFrom(), last.dossierId());
        redatings.setAside(id, aside);
        return true;
    }

    /** The next ones of a run, each as what it is where it cannot be computed. */
    private List<RedatingRows.Row> running(Redating run) {
        Instant at = clock.instant();
        return Sql.query(
                source,
                "select id, code, received_at, due from dossier where competent_unit = ? and due is not null and ended_at is null"
                        + " and paused_since is null and (due, id) > (?, ?) order by due, id limit ?",
                row -> new RedatingRows.Row(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        Redatings.instant(row, "received_at"),
                        Redatings.instant(row, "due"),
                        Redatings.instant(row, "due"),
                        null,
                        null,
                        at,
                        false,
                        true),
                run.unit(),
                run.lookedToDue() == null ? Instant.EPOCH : run.lookedToDue(),
                run.lookedToId() == null ? RedateTask.FIRST_ID : run.lookedToId(),
                LOOK_AT);
    }

    /**
     * Some dossiers of an applied run, each in a transaction of its own.
     *
     * @return whether there were any
     */
    boolean apply(Redating run, WorkCalendar calendar) {
        List<UUID> left = rows.left(run.id(), APPLY_TO);
        for (UUID dossier : left) {
            Instant at = clock.instant();
            try {
                QuarkusTransaction.requiringNew().run(() -> apply(run, dossier, calendar, at));
            } catch (RuntimeException e) {
                told(dossier, e);
                QuarkusTransaction.requiringNew().run(() -> {
                    if (rows.setAside(run.id(), dossier, at)) {
                        redatings.setAside(run.id(), 1);
                    }
                });
            }
        }
        return !left.isEmpty();
    }

    private void apply(Redating run, UUID dossier, WorkCalendar calendar, Instant at) {
        if (rows.take(run.id(), dossier)) {
            Set<UUID> changed = redate.redate(List.of(dossier), calendar, run.askedBy());
            rows.settle(run.id(), List.of(dossier), changed, at);
            redatings.applied(run.id(), changed.size(), 1 - changed.size());
        }
    }

    /** Whether one of those that a run set aside can be computed now. */
    boolean heals(Redating run, WorkCalendar calendar) {
        return rows.aside(run.id(), TRIED_AGAIN).stream().anyMatch(dossier -> {
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> RedateTask.compare(
                                dossiers.findById(dossier), calendar, clock.instant(), new ArrayList<>()));
                return true;
            } catch (RuntimeException still) {
                return false;
            }
        });
    }

    /** The kind of fault alone: what it says may hold a person's data. */
    private static void told(UUID dossier, RuntimeException e) {
        LOG.errorf("dossier %s is set aside: %s at %s", dossier, e.getClass().getName(), e.getStackTrace()[0]);
    }
}
