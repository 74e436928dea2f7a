package vn.motcua.notification.satisfaction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.KeyParts;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Low marks that the director of the unit looks into, of answers that are counted: each came with four others at least, opens on one day
 * with theirs and is listed in no order of time, so that no day shows whose it is. Methods join the caller's transaction.
 */
@ApplicationScoped
class FollowUps {
    /** The procedure only where so many were answered for it that it points to nobody. */
    private static final String COLUMNS =
            """
            select f.answer_id, f.unit, f.measure, f.acknowledged_at, f.officer_name, f.officer_title, f.revision,
                a.mark, a.reasons, a.words, a.in_unit_month, case when a.in_procedure then a.procedure_code end procedure_code,
                a.step1, a.step2, a.step3, a.step4, a.step5
            from survey_follow_up f join survey_answer a on a.id = f.answer_id and a.in_unit
            """;

    private static final String PAGE = COLUMNS
            + " where f.unit = ? and f.acknowledged_at is null and f.answer_id > ? and f.opens_at <= ?"
            + " order by f.answer_id limit ?";

    private static final String ACKNOWLEDGE =
            """
            update survey_follow_up set measure = ?, acknowledged_at = ?, officer_subject = ?, officer_name = ?, officer_title = ?,
                revision = revision + 1 where answer_id = ?
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** What was done about it. */
    @Schema(name = "FollowUpMeasure")
    enum Measure {
        TALKED_TO_STAFF,
        CHANGED_PROCEDURE,
        FIXED_FACILITY,
        PASSED_ON,
        NO_GROUND
    }

    /**
     * One low mark; of the person and the dossier nothing is known.
     *
     * @param steps marks of the five steps, null where none was given
     * @param words own words, null for none
     * @param month in which its group was full: the one in which it came could say whose it is
     * @param procedureCode null where it would point to somebody
     * @param measure null until it is acknowledged
     */
    @Schema(name = "FollowUp")
    record View(
            UUID id,
            String unit,
            int mark,
            List<Integer> steps,
            List<Reason> reasons,
            String words,
            YearMonth month,
            String procedureCode,
            Measure measure,
            Instant acknowledgedAt,
            String officer,
            long revision) {}

    /** That one was acknowledged; what was said in it is read anew, so that no answer kept for repeats holds it. */
    @Schema(name = "FollowUpAcknowledged")
    record Acknowledged(UUID id, Measure measure, long revision) {}

    void open(UUID answer, String unit, Instant at) {
        Sql.update(
                source,
                "insert into survey_follow_up (answer_id, unit, opens_at, revision) values (?,?,?,1)",
                answer,
                unit,
                at);
    }

    /** What waits at a unit, by ids that are random. */
    Page<View> waiting(String unit, String after, int limit) {
        String[] key = Cursor.decode(after, 1);
        List<View> found = Sql.query(
                source,
                PAGE,
                this::read,
                unit,
                key == null ? new UUID(0, 0) : KeyParts.id(key[0]),
                clock.instant(),
                limit + 1);
        return Page.of(found, limit, last -> Cursor.encode(last.id.toString()));
    }

    /**
     * Acknowledges one with what was done.
     *
     * @throws ProblemException 404 for another unit's or one that is not counted or open yet, 412 where it was acknowledged meanwhile, 428
     */
    Acknowledged acknowledge(UUID id, Measure measure, String ifMatch) {
        View now = one(id);
        Revision.require(ifMatch, now.revision, () -> by(now));
        if (now.measure != null) {
            throw new ProblemException(Problems.PRECONDITION_FAILED);
        }
        Sql.update(
                source,
                ACKNOWLEDGE,
                measure.name(),
                clock.instant(),
                caller.subject(),
                caller.name(),
                caller.title(),
                id);
        return new Acknowledged(id, measure, now.revision + 1);
    }

    private View one(UUID id) {
        return Sql.query(
                        source,
                        COLUMNS + " where f.answer_id = ? and f.unit = any(?) and f.opens_at <= ? for update of f",
                        this::read,
                        id,
                        caller.units().toArray(String[]::new),
                        clock.instant())
                .stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    private static Map<String, Object> by(View now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("measure", now.measure);
        facts.put("officer", now.officer);
        facts.put("at", now.acknowledgedAt);
        return facts;
    }

    private View read(ResultSet row) throws SQLException {
        List<Integer> steps = new ArrayList<>();
        for (int i = 1; i <= Answer.STEPS; i++) {
            int mark = row.getInt("step" + i);
            steps.add(row.wasNull() ? null : mark);
        }
        byte[] words = row.getBytes("words");
        String measure = row.getString("measure");
        OffsetDateTime acknowledged = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new View(
                row.getObject("answer_id", UUID.class),
                row.getString("unit"),
                row.getInt("mark"),
                steps,
                reasons(row.getArray("reasons")),
                words == null ? null : seal.open(words),
                YearMonth.from(row.getObject("in_unit_month", java.time.LocalDate.class)),
                row.getString("procedure_code"),
                measure == null ? null : Measure.valueOf(measure),
                acknowledged == null ? null : acknowledged.toInstant(),
                row.getString("officer_name"),
                row.getLong("revision"));
    }

    private static List<Reason> reasons(Array array) throws SQLException {
        List<Reason> reasons = new ArrayList<>();
        for (String each : (String[]) array.getArray()) {
            reasons.add(Reason.valueOf(each));
        }
        return reasons;
    }
}
