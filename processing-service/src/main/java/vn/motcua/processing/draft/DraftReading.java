package vn.motcua.processing.draft;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The newest draft of a dossier with all that its page shows, in one query. */
@ApplicationScoped
class DraftReading {
    private static final String NEWEST =
            """
            select o.id, o.state, o.until, o.stopped_at, o.answered_by, o.answered_at, r.composed_title, r.composed_body, r.sha256, r.size,
                r.media_type, d.reference, d.code, p.name_vi, p.name_en
            from draft_offer o join cases c on c.id = o.case_id join dossier d on d.id = c.dossier_id
            join result r on r.id = o.result_id
            left join procedure p on p.code = d.procedure_code and p.version = d.procedure_version
            where c.dossier_id = ? and r.destroyed_at is null order by o.offered_at desc, o.id limit 1
            """;

    @Inject
    AgroalDataSource source;

    /** @param size of the file in bytes */
    record Shown(
            UUID id,
            DraftOffer.State state,
            Instant until,
            Instant stoppedAt,
            SaidBy answeredBy,
            Instant answeredAt,
            String title,
            String body,
            String sha256,
            long size,
            String mediaType,
            String reference,
            String code,
            String nameVi,
            String nameEn) {
        public boolean open() {
            return state == DraftOffer.State.OFFERED;
        }

        /** Whether nobody can answer now and the time stands still, because a withdrawal is asked. */
        public boolean stopped() {
            return open() && stoppedAt != null;
        }
    }

    /** Null where none was offered. */
    Shown newest(UUID dossier) {
        return Sql.query(source, NEWEST, DraftReading::read, dossier).stream()
                .findFirst()
                .orElse(null);
    }

    private static Shown read(ResultSet row) throws SQLException {
        String by = row.getString("answered_by");
        return new Shown(
                row.getObject("id", UUID.class),
                DraftOffer.State.valueOf(row.getString("state")),
                instant(row, "until"),
                instant(row, "stopped_at"),
                by == null ? null : SaidBy.valueOf(by),
                instant(row, "answered_at"),
                row.getString("composed_title"),
                row.getString("composed_body"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("media_type"),
                row.getString("reference"),
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
