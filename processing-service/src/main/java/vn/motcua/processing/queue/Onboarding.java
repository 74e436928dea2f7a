package vn.motcua.processing.queue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.platform.outbox.Topics;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Background;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.outside.Access;
import vn.motcua.processing.outside.OutsideSystems;
import vn.motcua.processing.queue.QueueChanged.Change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Attaches the systems of departments named in the configuration: makes the topic, fills it with the cases that lie in the
 * queue, and from then on every change is told; makes each known as a system with a name of its own at the broker. One that is named no more
 * is let in no more. Tried again while the broker is away; the service works without it.
 */
@ApplicationScoped
class Onboarding {
    private static final Logger LOG = Logger.getLogger(Onboarding.class);
    private static final Pattern ENTRY = Pattern.compile("\\d{2}-[0-9A-Za-z]{1,20}-\\d{8}/[a-z][a-z0-9-]{0,39}");
    private static final int PARTITIONS = 3;
    private static final String KEPT = "P180D";
    private static final int RETRY_SECONDS = 5;

    @Inject
    ProcessingConfig config;

    @Inject
    Topics topics;

    @Inject
    DepartmentTopics departments;

    @Inject
    OutsideSystems outside;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    private ScheduledExecutorService timer;

    /** @throws IllegalStateException for an entry that names no department of a unit: the service does not start with it */
    void start(@Observes StartupEvent event) {
        requireDepartments(config.onboarded().orElse(List.of()), config.departments());
        timer = Background.thread("onboarding");
        timer.scheduleWithFixedDelay(this::all, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    private void all() {
        try {
            List<String> named = config.onboarded().orElse(List.of());
            for (String each : named) {
                int slash = each.indexOf('/');
                onboard(each.substring(0, slash), each.substring(slash + 1));
            }
            departments.all().stream().filter(each -> !named.contains(each)).forEach(each -> {
                int slash = each.indexOf('/');
                remove(each.substring(0, slash), each.substring(slash + 1));
            });
            detachOthers(named);
            timer.shutdown();
        } catch (RuntimeException notYet) {
            LOG.warnf("onboarding is tried again: %s", notYet.toString());
        }
    }

    /** Who was made known, but never onboarded, because the configuration changed in between. */
    void detachOthers(List<String> named) {
        List<String> topics = named.stream()
                .map(each -> each.split("/"))
                .map(each -> DepartmentTopics.topic(each[0], each[1]))
                .toList();
        outside.names(Access.READS).stream()
                .filter(each -> !topics.contains(each))
                .forEach(outside::detach);
    }

    /** Names become topics, principals and beginnings of groups: none may hold a dot. */
    static void requireDepartments(List<String> named, List<String> departments) {
        for (String each : named) {
            if (!ENTRY.matcher(each).matches() || !departments.contains(each.substring(each.indexOf('/') + 1))) {
                throw new IllegalStateException("processing.onboarded: \"" + each
                        + "\" is not <unit>/<department> with one of the departments " + departments);
            }
        }
    }

    /** Doing it again changes nothing. */
    void onboard(String unit, String department) {
        String topic = DepartmentTopics.topic(unit, department);
        if (departments.onboarded(unit, department)) {
            outside.attach(topic, Access.READS, unit, department);
            return;
        }
        topics.create(topic, PARTITIONS, KEPT);
        outside.attach(topic, Access.READS, unit, department);
        QuarkusTransaction.requiringNew().run(() -> fill(unit, department));
        LOG.infof("department %s of %s is onboarded", department, unit);
    }

    /** From now on nothing is told, and nobody gets in under the department's name. The topic runs out by its time. */
    void remove(String unit, String department) {
        outside.detach(DepartmentTopics.topic(unit, department));
        if (departments.forget(unit, department)) {
            LOG.infof("department %s of %s is onboarded no more", department, unit);
        }
    }

    /** The lock lets every change of a case either be seen here or see the department onboarded. */
    private void fill(String unit, String department) {
        Sql.update(source, "lock table cases in share mode");
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int fresh = Sql.update(
                source,
                "insert into onboarding (unit, department, since) values (?,?,?) on conflict do nothing",
                unit,
                department,
                at);
        if (fresh > 0) {
            Sql.query(
                            source,
                            "select c.id, d.id, d.reference, d.code, d.procedure_code, d.procedure_version, c.state, c.due,"
                                    + " c.revision from cases c join dossier d on d.id = c.dossier_id"
                                    + " where c.unit = ? and c.department = ? and c.rank is not null"
                                    + " order by c.rank, c.urgent_at, c.id",
                            row -> added(row, at),
                            unit,
                            department)
                    .forEach(added -> departments.append(unit, department, added));
        }
    }

    private static QueueChanged added(ResultSet row, Instant at) throws SQLException {
        OffsetDateTime due = row.getObject(8, OffsetDateTime.class);
        return new QueueChanged(
                Change.ADDED,
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                due == null ? null : due.toInstant(),
                row.getLong(9),
                at);
    }
}
