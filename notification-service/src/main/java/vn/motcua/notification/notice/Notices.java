package vn.motcua.notification.notice;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.KeyParts;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The officers' notices, newest first. */
@ApplicationScoped
class Notices {
    @Inject
    AgroalDataSource source;

    void add(UUID eventId, NoticeKind kind, CaseProgressed progress) {
        Sql.update(
                source,
                "insert into officer_notice (event_id, kind, unit, department, case_id, dossier_id, at)"
                        + " values (?,?,?,?,?,?,?) on conflict do nothing",
                eventId,
                kind.name(),
                progress.workingUnit(),
                progress.department(),
                progress.caseId(),
                progress.dossierId(),
                progress.effectiveAt());
    }

    Page<Notice> of(Set<String> units, String department, String after, int limit) {
        String[] key = Cursor.decode(after, 1);
        List<Notice> found = Sql.query(
                source,
                "select seq, kind, unit, department, case_id, dossier_id, at from officer_notice where unit = any(?)"
                        + " and department = ? and seq < ? order by seq desc limit ?",
                row -> new Notice(
                        row.getLong(1),
                        NoticeKind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getObject(6, UUID.class),
                        row.getObject(7, OffsetDateTime.class).toInstant()),
                units.toArray(String[]::new),
                department,
                key == null ? Long.MAX_VALUE : KeyParts.number(key[0]),
                limit + 1);
        return Page.of(found, limit, last -> Cursor.encode(Long.toString(last.seq())));
    }
}
