package vn.motcua.notification.satisfaction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which returns may be asked about, and what was answered; methods join the caller's transaction. */
@ApplicationScoped
public class Surveys {
    private static final String ASKED =
            """
            select r.id, r.unit, d.procedure_code, g.return_id is not null from dossier_return r
            join known_dossier d on d.id = r.dossier_id left join survey_given g on g.return_id = r.id
            where %s and r.pending is null and r.state in ('HANDED_OVER', 'PLACED', 'DELIVERED')
            """;

    private static final String ADD =
            """
            insert into survey_answer (id, unit, procedure_code, way, month, mark, step1, step2, step3, step4, step5, reasons, words,
                in_unit, in_procedure) values (?,?,?,?,?,?,?,?,?,?,?,?,?,false,false)
            """;

    private static final String WAITING =
            "select id, procedure_code, month from survey_answer where unit = ? and not in_unit order by id";

    /** Those that are counted now, and what is to be looked into of them: from one day on, whenever each of them came. */
    private static final String COUNT =
            """
            with counted as (update survey_answer set in_unit = true, in_unit_month = ?, in_procedure = ?, in_procedure_month = ?
                where id = any(?) returning id)
            update survey_follow_up f set opens_at = ? from counted where f.answer_id = counted.id
            """;

    private static final String ADD_PARTS =
            """
            insert into survey_part as p (unit, what, answers, total)
            select a.unit, said.what, count(*), sum(said.mark) from survey_answer a cross join lateral (
                select * from (values ('STEP1', a.step1), ('STEP2', a.step2), ('STEP3', a.step3), ('STEP4', a.step4), ('STEP5', a.step5)) s(what, mark)
                union all select reason, 1 from unnest(a.reasons) reason
                union all select 'TABLET', 1 where a.way = 'TABLET') said
            where a.id = any(?) and said.mark is not null group by a.unit, said.what
            on conflict (unit, what) do update set answers = p.answers + excluded.answers, total = p.total + excluded.total
            """;

    private static final String SHOW_PARTS =
            """
            with enough as (delete from survey_part where unit = ? and answers >= ? returning unit, what, answers, total)
            insert into survey_tally as t (unit, what, month, answers, total) select unit, what, ?, answers, total from enough
            on conflict (unit, what, month) do update set answers = t.answers + excluded.answers, total = t.total + excluded.total
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    @Inject
    FollowUps followUps;

    /** A return that is over. */
    record Asked(UUID returnId, String unit, String procedureCode, boolean answered) {}

    /** The return of a dossier, empty while it is not over. */
    Optional<Asked> ofDossier(UUID dossier) {
        return one("r.dossier_id = ?", dossier);
    }

    Optional<Asked> ofReturn(UUID returnId) {
        return one("r.id = ?", returnId);
    }

    /** Whether the person may be asked now. */
    public boolean open(UUID dossier) {
        return ofDossier(dossier).filter(each -> !each.answered).isPresent();
    }

    /** Takes the one answer of a return. @return false where it had one */
    boolean give(UUID returnId) {
        return Sql.update(source, "insert into survey_given (return_id) values (?) on conflict do nothing", returnId)
                == 1;
    }

    /**
     * Keeps an answer apart from its return; it is counted with a group of others, as {@link Groups} says. A low mark is looked into from
     * the day after that on.
     */
    void keep(Asked asked, Way way, Answer answer, Instant at) {
        UUID id = UUID.randomUUID();
        LocalDate month = at.atZone(LegalTime.ZONE).toLocalDate().withDayOfMonth(1);
        List<Integer> steps = answer.steps();
        Sql.query(source, "select pg_advisory_xact_lock(hashtext('survey ' || ?))", row -> 0, asked.unit);
        Sql.update(
                source,
                ADD,
                id,
                asked.unit,
                asked.procedureCode,
                way.name(),
                month,
                answer.mark(),
                steps.get(0),
                steps.get(1),
                steps.get(2),
                steps.get(3),
                steps.get(4),
                answer.reasons().stream().map(Reason::name).toArray(String[]::new),
                answer.words() == null ? null : seal.seal(answer.words()));
        if (answer.low()) {
            followUps.open(id, asked.unit, tomorrow(at));
        }
        Optional<Groups.Group> group = Groups.next(waiting(asked.unit));
        group.ifPresent(each -> count(each, asked.unit, month, tomorrow(at)));
    }

    private List<Groups.Waiting> waiting(String unit) {
        return Sql.query(
                source,
                WAITING,
                row -> new Groups.Waiting(
                        row.getObject(1, UUID.class), row.getString(2), row.getObject(3, LocalDate.class)),
                unit);
    }

    private void count(Groups.Group group, String unit, LocalDate month, Instant opensAt) {
        UUID[] answers = group.answers().toArray(UUID[]::new);
        boolean both = group.ofOneProcedure();
        Sql.update(source, COUNT, month, both, both ? month : null, answers, opensAt);
        Sql.update(source, ADD_PARTS, (Object) answers);
        Sql.update(source, SHOW_PARTS, unit, Groups.TOGETHER, month);
    }

    private static Instant tomorrow(Instant at) {
        return LegalTime.date(at).plusDays(1).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    private Optional<Asked> one(String which, UUID id) {
        return Sql.query(
                        source,
                        ASKED.formatted(which),
                        row -> new Asked(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)),
                        id)
                .stream()
                .findFirst();
    }
}
