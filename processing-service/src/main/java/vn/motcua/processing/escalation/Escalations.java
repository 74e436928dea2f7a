package vn.motcua.processing.escalation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.calendar.Calendars;
import vn.motcua.processing.escalation.EscalationRules.Step;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What was raised of cases. The time of the next look stands in the case's own row: it moves with the case, costs an act nothing more while
 * nothing was raised, and is found by an index. The caller holds the case's lock.
 */
@ApplicationScoped
public class Escalations {
    private static final String RAISE =
            """
            insert into escalation (id, case_id, kind, level, since, unit, department, revision, raised_at)
            values (?,?,?,?,?,?,?,1,?) on conflict (case_id, kind, level, since) do nothing
            """;

    /** What was ended while the case stood still and is so again comes back without being told again. */
    private static final String HOLDS =
            """
            update escalation set unit = ?, department = ?, ended_at = null,
                revision = revision + case when ended_at is null then 0 else 1 end
            where id = ? and (ended_at is not null or (unit, department) is distinct from (?, ?))
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Calendars calendars;

    /**
     * How the case is watched from now on.
     *
     * @param next when it is looked at; null where nothing can become of it
     * @param escalated whether something raised is not over
     */
    public record Watch(Instant next, boolean escalated) {}

    /** Something that was raised now. */
    public record Raised(EscalationKind kind, EscalationLevel level) {}

    /** What a look found. */
    public record Look(List<Raised> raised, Watch watch) {}

    private record Row(UUID id, EscalationKind kind, EscalationLevel level, Instant since, boolean open) {
        boolean is(Step step) {
            return kind == step.kind() && level == step.level() && since.equals(step.since());
        }
    }

    /** After a change: ends what no longer holds and says when to look next. Nothing is raised here. */
    public Watch follow(Watched one, boolean escalated, Instant now) {
        List<Step> steps = EscalationRules.steps(one, calendars.of(one.place().unit()));
        if (!escalated) {
            // what was ended before may hold again: a step that has come is looked at at once
            return new Watch(steps.isEmpty() ? null : steps.get(0).at(), false);
        }
        List<Row> rows = rows(one.caseId());
        return new Watch(next(steps, rows), end(one, steps, rows, now));
    }

    /** Its time has come: raises what is not raised yet, each once. */
    public Look look(Watched one, Instant now) {
        List<Step> steps = EscalationRules.steps(one, calendars.of(one.place().unit()));
        List<Raised> raised = new ArrayList<>();
        for (Step step : steps) {
            if (step.at().isAfter(now) || !EscalationRules.holds(step.kind(), step.since(), steps, now)) {
                continue;
            }
            int fresh = Sql.update(
                    source,
                    RAISE,
                    UUID.randomUUID(),
                    one.caseId(),
                    step.kind().name(),
                    step.level().name(),
                    step.since(),
                    one.place().unit(step.level()),
                    one.place().department(step.level()),
                    now);
            if (fresh == 1) {
                raised.add(new Raised(step.kind(), step.level()));
            }
        }
        List<Row> rows = rows(one.caseId());
        boolean open = end(one, steps, rows, now);
        Instant next = steps.stream()
                .map(Step::at)
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElse(null);
        return new Look(raised, new Watch(next, open));
    }

    /** The first that was not raised. */
    private static Instant next(List<Step> steps, List<Row> rows) {
        return steps.stream()
                .filter(step -> rows.stream().noneMatch(row -> row.is(step)))
                .map(Step::at)
                .findFirst()
                .orElse(null);
    }

    /** Ends what no longer holds, has the others follow the case or come back; whether some are left. */
    private boolean end(Watched one, List<Step> steps, List<Row> rows, Instant now) {
        boolean left = false;
        for (Row row : rows) {
            if (EscalationRules.holds(row.kind(), row.since(), steps, now)) {
                left = true;
                String unit = one.place().unit(row.level());
                String department = one.place().department(row.level());
                Sql.update(source, HOLDS, unit, department, row.id(), unit, department);
            } else if (row.open()) {
                Sql.update(
                        source,
                        "update escalation set ended_at = ?, revision = revision + 1 where id = ?",
                        now,
                        row.id());
            }
        }
        return left;
    }

    private List<Row> rows(UUID caseId) {
        return Sql.query(
                source,
                "select id, kind, level, since, ended_at from escalation where case_id = ?",
                Escalations::row,
                caseId);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                EscalationKind.valueOf(row.getString("kind")),
                EscalationLevel.valueOf(row.getString("level")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at") == null);
    }
}
