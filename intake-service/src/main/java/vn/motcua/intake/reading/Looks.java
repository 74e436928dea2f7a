package vn.motcua.intake.reading;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who looked at a person's dossier, for that person: unit, duty and purpose, not the officer's name. The person may know who holds and
 * uses their data (Law 91/2025/QH15); who exactly it was, the auditor reads, and the person is told on request.
 */
@ApplicationScoped
public class Looks {
    private static final String NEWEST =
            """
            select unit, role, purpose, max(at) last, count(*)::integer times from (
                select unit, role, purpose, at from person_reading where dossier_id = ? order by at desc, id desc limit 500) newest
            group by unit, role, purpose order by last desc limit 30
            """;

    private final AgroalDataSource source;

    Looks(AgroalDataSource source) {
        this.source = source;
    }

    /**
     * The looks of one duty in one unit for one purpose.
     *
     * @param role as the identity provider names it
     * @param times how often, of the newest 500 looks
     */
    public record Look(String unit, String role, Purpose purpose, Instant last, int times) {}

    /** Newest first. */
    public List<Look> of(UUID dossier) {
        return Sql.query(
                source,
                NEWEST,
                row -> new Look(
                        row.getString("unit"),
                        row.getString("role"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getTimestamp("last").toInstant(),
                        row.getInt("times")),
                dossier);
    }
}
