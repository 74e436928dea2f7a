package vn.motcua.processing.shadow;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.officer.Officer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads shadows; who may see one is part of each statement. */
@ApplicationScoped
class Shadows {
    private static final String SELECT =
            """
            select s.*, h.heard_at, p.parked_at from shadow s
            join shadow_system h on h.system = s.system
            left join parked_key p on p.consumer = 'processing.shadows.' || s.system and p.key = s.reference and not p.held
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Authorities authorities;

    @Inject
    Clock clock;

    /** The last row seen. */
    record After(Instant since, UUID id) {}

    /**
     * A page and one row more: the open ones that have stood longest first, or those that are over, the newest first.
     *
     * @param department null for all of the unit
     */
    List<ShadowView> page(String unit, String department, boolean ended, After after, int limit) {
        List<Object> values = new ArrayList<>(List.of(unit));
        StringBuilder where = new StringBuilder("where s.unit = ?");
        if (department != null) {
            where.append(" and s.department = ?");
            values.add(department);
        }
        where.append(ended ? " and s.status in (3, 8, 10)" : " and s.status not in (3, 8, 10)");
        if (after != null) {
            where.append(ended ? " and (s.since, s.id) < (?, ?)" : " and (s.since, s.id) > (?, ?)");
            values.add(after.since());
            values.add(after.id());
        }
        where.append(ended ? " order by s.since desc, s.id desc limit ?" : " order by s.since, s.id limit ?");
        values.add(limit + 1);
        Instant now = clock.instant();
        return Sql.query(source, SELECT + where, row -> view(row, now), values.toArray());
    }

    /** Null where there is none that the officer may see. */
    ShadowView of(UUID id, Officer officer) {
        Instant now = clock.instant();
        return Sql.query(source, SELECT + "where s.id = ?", row -> view(row, now), id).stream()
                .filter(each -> officer.worksOn(each.unit(), each.department()) || reads(officer, each.unit()))
                .findFirst()
                .orElse(null);
    }

    private static boolean reads(Officer officer, String unit) {
        return officer.has("auditor") && officer.units().contains(unit);
    }

    private ShadowView view(ResultSet row, Instant now) throws SQLException {
        String system = row.getString("system");
        NationalStatus status = NationalStatus.of(row.getInt("status"));
        String conflict = row.getString("conflict");
        Sync.Standing standing = Sync.of(
                status.over(),
                at(row, "taken_at"),
                at(row, "conflict_at"),
                at(row, "parked_at"),
                at(row, "heard_at"),
                authorities.silence(system),
                now);
        return new ShadowView(
                row.getObject("id", UUID.class),
                system,
                authorities.name(system),
                row.getString("reference"),
                row.getString("procedure_code"),
                row.getString("unit"),
                row.getString("department"),
                status.code(),
                at(row, "since"),
                at(row, "due"),
                standing.sync(),
                standing.since(),
                conflict == null ? null : Conflict.valueOf(conflict),
                row.getObject("event_id", UUID.class),
                at(row, "told_at"),
                row.getLong("sequence"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
