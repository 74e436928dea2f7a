package vn.motcua.intake.paper;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Files of the same person's earlier dossiers, as far as the caller may see those: found by the blind index of the owner's number, never
 * by a name. People find what they filed themselves.
 */
@RequestScoped
class EarlierPapers {
    private static final String FROM =
            """
            select d.id, d.code, d.reference, d.opened_at, d.received_at, d.procedure_code, d.procedure_version, p.component, p.position,
                p.valid_until, f.sha256, f.size, f.media_type, f.pages
            from dossier_person own
            join dossier_person other on other.identifier_index = own.identifier_index and other.part = 'OWNER'
            join dossier d on d.id = other.dossier_id and d.id <> own.dossier_id and d.sequence > 0
            join paper p on p.dossier_id = d.id and p.state in ('PRESENTED', 'ATTACHED', 'REUSED')
            join stored_file f on f.dossier_id = d.id and f.sha256 = p.file_sha256 and f.kept and f.scan in ('OFF', 'CLEAN')
            where own.dossier_id = ? and own.part = 'OWNER' and\s""";

    private final AgroalDataSource source;
    private final Access access;
    private final Catalogue catalogue;

    EarlierPapers(AgroalDataSource source, Access access, Catalogue catalogue) {
        this.source = source;
        this.access = access;
        this.catalogue = catalogue;
    }

    /**
     * A paper with its file.
     *
     * @param code of its dossier, null where it has none yet
     * @param name as the list of that version has it, or null
     * @param receivedAt null where it was not received yet
     * @param validUntil last day of the paper, or null where none is known
     */
    record Earlier(
            UUID dossierId,
            String code,
            String reference,
            Instant openedAt,
            Instant receivedAt,
            String procedureCode,
            int procedureVersion,
            String component,
            int position,
            LocalDate validUntil,
            String sha256,
            long size,
            String mediaType,
            Integer pages) {}

    /** Newest dossier first. */
    Page<Earlier> of(Dossier dossier, String after, Integer asked) {
        int limit = Limit.of(asked);
        List<Object> args = new ArrayList<>(List.of(dossier.id()));
        String where = seen(args);
        String[] last = Cursor.decode(after, 3);
        if (last != null) {
            where += " and (d.opened_at, d.id, p.position) < (?, ?, ?)";
            args.add(Cursor.instant(last[0]));
            args.add(Cursor.uuid(last[1]));
            args.add(number(last[2]));
        }
        return Page.of(
                rows(where + " order by d.opened_at desc, d.id desc, p.position desc limit " + (limit + 1), args),
                limit,
                row -> Cursor.encode(
                        row.openedAt().toString(), row.dossierId().toString(), String.valueOf(row.position())));
    }

    /** One of them, empty where the caller may not have it. */
    Optional<Earlier> one(Dossier dossier, UUID from, String component) {
        List<Object> args = new ArrayList<>(List.of(dossier.id()));
        String where = seen(args) + " and d.id = ? and p.component = ?";
        args.add(from);
        args.add(component);
        return rows(where, args).stream().findFirst();
    }

    /** As the published list of its version has it, or null. */
    String name(Earlier paper) {
        return catalogue
                .procedure(paper.procedureCode(), paper.procedureVersion())
                .flatMap(procedure -> procedure.component(paper.component()))
                .map(Procedure.Component::name)
                .orElse(null);
    }

    /** Who may see the other dossier is part of the statement. */
    private String seen(List<Object> args) {
        if (access.people()) {
            args.add(access.subject());
            return "d.channel = 'ONLINE' and d.opened_by = ?";
        }
        List<String> units = List.copyOf(access.wholeUnits());
        if (units.isEmpty()) {
            return "false";
        }
        String in = " in (" + String.join(", ", Collections.nCopies(units.size(), "?")) + ")";
        for (int i = 0; i < 3; i++) {
            args.addAll(units);
        }
        return "(d.receiving_unit" + in + " or d.competent_unit" + in + " or d.returning_unit" + in + ")";
    }

    private List<Earlier> rows(String where, List<Object> args) {
        return Sql.query(source, FROM + where, EarlierPapers::row, args.toArray());
    }

    private static Earlier row(ResultSet row) throws SQLException {
        return new Earlier(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant(),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getInt(9),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                row.getLong(12),
                row.getString(13),
                row.getObject(14, Integer.class));
    }

    private static int number(String part) {
        if (!part.matches("\\d{1,9}")) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        return Integer.parseInt(part);
    }
}
