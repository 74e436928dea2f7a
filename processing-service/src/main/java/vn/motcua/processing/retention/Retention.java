package vn.motcua.processing.retention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rules in force, and what they are asked about. */
@ApplicationScoped
class Retention {
    private static final String IN_FORCE =
            "select distinct on (kind) kind, version, years, source, in_force_on from retention_rule where in_force_on <= ?"
                    + " order by kind, version desc";

    /** Cases with a number whose own time is over, and with files; whether the whole case is over is judged by its facts. */
    private static final String CANDIDATES = "with term as (" + IN_FORCE + ")"
            + """
             select distinct l.case_id from register_line l join term t on t.kind = l.kind
            where l.unit = ? and l.state = 'ISSUED' and l.given_on < ?::date - make_interval(years => t.years) and l.case_id > ?
                and exists (select 1 from result r where r.case_id = l.case_id and r.destroyed_at is null)
            order by l.case_id limit ?
            """;

    private static final String FACTS =
            """
            select c.id, coalesce(d.code, d.reference) as code, d.effective_at,
                c.state = 'DECIDED' and d.stage = 'RETURNED' and c.pending_event is null and c.draft_result is null
                    and c.withdrawal_event is null and not c.frozen and not coalesce(l.awaited, false) as at_rest,
                l.kinds, l.issued_on, f.files, f.bytes,
                exists (select 1 from result r where r.case_id = c.id and r.issued_at is not null
                    and not exists (select 1 from signing s where s.result = r.id)) as unsigned,
                (select s.number from signing s where s.case_id = c.id and s.state = 'ISSUED'
                    order by s.settled_at desc, s.given_at desc limit 1) as number
            from cases c join dossier d on d.id = c.dossier_id
            cross join lateral (select array_agg(distinct kind) as kinds, bool_or(state = 'GIVEN') as awaited, max(given_on) as issued_on
                from register_line where case_id = c.id and state <> 'VOID') l
            cross join lateral (select count(*) as files, coalesce(sum(size), 0) as bytes
                from result where case_id = c.id and destroyed_at is null) f
            where c.competent_unit = ? and c.id = any(?)
            """;

    @Inject
    AgroalDataSource source;

    /** By kind; a kind without one is kept. */
    Map<RetentionKind, RetentionRule> rules(LocalDate day) {
        Map<RetentionKind, RetentionRule> rules = new EnumMap<>(RetentionKind.class);
        Sql.query(source, IN_FORCE, Retention::rule, day).forEach(each -> rules.put(each.kind(), each));
        return rules;
    }

    /** Cases of the unit to be looked at, by id from the one after on. */
    List<UUID> candidates(String unit, LocalDate today, UUID after, int most) {
        return Sql.query(source, CANDIDATES, row -> row.getObject(1, UUID.class), today, unit, today, after, most);
    }

    /** What is known of these cases; those that lie in another unit are left out. */
    List<KeptFiles> files(String unit, List<UUID> cases) {
        return Sql.query(source, FACTS, Retention::files, unit, cases.toArray(UUID[]::new));
    }

    private static KeptFiles files(ResultSet row) throws SQLException {
        LocalDate ended = LegalTime.date(
                row.getObject("effective_at", OffsetDateTime.class).toInstant());
        LocalDate issued = row.getObject("issued_on", LocalDate.class);
        return new KeptFiles(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("number"),
                row.getBoolean("at_rest"),
                row.getBoolean("unsigned"),
                kinds(row.getArray("kinds")),
                issued == null || ended.isAfter(issued) ? ended : issued,
                row.getInt("files"),
                row.getLong("bytes"));
    }

    private static Set<RetentionKind> kinds(Array kinds) throws SQLException {
        Set<RetentionKind> all = EnumSet.noneOf(RetentionKind.class);
        if (kinds != null) {
            for (String kind : (String[]) kinds.getArray()) {
                all.add(RetentionKind.valueOf(kind));
            }
        }
        return all;
    }

    private static RetentionRule rule(ResultSet row) throws SQLException {
        return new RetentionRule(
                RetentionKind.valueOf(row.getString("kind")),
                row.getInt("version"),
                (Integer) row.getObject("years"),
                row.getString("source"),
                row.getObject("in_force_on", LocalDate.class));
    }
}
