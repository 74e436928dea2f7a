package vn.motcua.processing.casework;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import org.jboss.logging.Logger;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Round;
import vn.motcua.processing.casework.CaseJournal.Telling;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.dossier.Dossiers;
import vn.motcua.processing.escalation.Escalations;
import vn.motcua.processing.escalation.Escalations.Look;
import vn.motcua.processing.escalation.Escalations.Raised;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the round once a minute: looks at the cases whose time has come, by the index of that time, and never at the others. One durable timer
 * for all of them; a restart comes to what was missed. A case that cannot be looked at is set aside for an hour, so that the others are.
 */
@ApplicationScoped
class CaseWatch implements Round {
    private static final Logger LOG = Logger.getLogger(CaseWatch.class);
    static final String TASK = "case.watch";
    private static final int MOST = 200;
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final long SLICE_NANOS = Duration.ofSeconds(20).toNanos();

    @Inject
    AgroalDataSource source;

    @Inject
    Cases cases;

    @Inject
    Dossiers dossiers;

    @Inject
    Escalations escalations;

    @Inject
    CaseJournal journal;

    @Inject
    Clock clock;

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Duration round() {
        long begin = System.nanoTime();
        List<UUID> come = come();
        while (!come.isEmpty()) {
            come.forEach(this::alone);
            if (System.nanoTime() - begin > SLICE_NANOS) {
                return Duration.ZERO;
            }
            come = come.size() < MOST ? List.of() : come();
        }
        Instant ended = clock.instant();
        return Duration.between(ended, ended.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
    }

    private List<UUID> come() {
        return Sql.query(
                source,
                "select id from cases where next_check_at <= ? order by next_check_at limit ?",
                row -> row.getObject(1, UUID.class),
                clock.instant(),
                MOST);
    }

    private void alone(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> look(id));
        } catch (RuntimeException e) {
            LOG.errorf(
                    "case %s could not be looked at: %s at %s", id, e.getClass().getName(), e.getStackTrace()[0]);
            Instant later = clock.instant().plus(AGAIN);
            QuarkusTransaction.requiringNew()
                    .run(() -> Sql.update(source, "update cases set next_check_at = ? where id = ?", later, id));
        }
    }

    private void look(UUID id) {
        Case one = cases.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (one == null
                || one.beside().nextCheckAt() == null
                || one.beside().nextCheckAt().isAfter(now)) {
            return;
        }
        Look look = escalations.look(journal.watched(one), now);
        one.beside().watch(look.watch());
        Dossier dossier = dossiers.findById(one.dossierId());
        for (Raised raised : look.raised()) {
            // the revision stays: nothing an officer works on has changed
            Map<String, Object> told = Map.of("kind", raised.kind(), "level", raised.level());
            Instant at = one.actingInstant(now, dossier);
            journal.tell(
                    one,
                    dossier,
                    Progress.ESCALATED,
                    new Telling(Doer.CLOCK, raised.kind().name(), at, null, told));
        }
    }
}
