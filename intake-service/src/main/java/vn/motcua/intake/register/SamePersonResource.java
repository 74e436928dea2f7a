package vn.motcua.intake.register;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The other dossiers of a dossier's owner. Reception of a unit that takes part sees them; of all others, and to all others, only that
 * there is one, at which centre and whether it is open: what a person asks elsewhere is their private life.
 */
@Path("/api/intake/dossiers/{id}/same-person")
@Produces(MediaType.APPLICATION_JSON)
public class SamePersonResource {
    private static final String OTHERS =
            """
            select d.id, d.reference, d.code, d.procedure_code, d.stage, d.receiving_unit, d.competent_unit, d.returning_unit, d.opened_at,
                d.received_at, d.due, d.ended_at, exists (select from dossier_link l where l.dossier_id = ? and l.other_id = d.id) linked
            from dossier_person p join person_dossier o on o.identifier_index = p.identifier_index join dossier d on d.id = o.dossier_id
            where p.dossier_id = ? and p.part = 'OWNER' and o.dossier_id <> ? and d.sequence > 0
            """;

    private final AgroalDataSource source;
    private final DossierReader reader;
    private final Access access;
    private final Readings readings;
    private final SealedCursor cursors;

    SamePersonResource(
            AgroalDataSource source, DossierReader reader, Access access, Readings readings, SealedCursor cursors) {
        this.source = source;
        this.reader = reader;
        this.access = access;
        this.readings = readings;
        this.cursors = cursors;
    }

    /**
     * Another dossier of the same person.
     *
     * @param masked whether the reader sees no more than centre, stage and year; then id, code, reference, procedure and dates are null
     * @param sameMatter on the same procedure, and open when this one became known or open now
     */
    public record OtherView(
            UUID id,
            String code,
            String reference,
            String procedureCode,
            Stage stage,
            String stageLabel,
            String receivingUnit,
            int yearOpened,
            Instant openedAt,
            Instant receivedAt,
            Instant due,
            boolean ended,
            boolean sameMatter,
            boolean masked) {}

    private record Other(
            UUID id,
            String code,
            String reference,
            String procedureCode,
            Stage stage,
            List<String> units,
            Instant openedAt,
            Instant receivedAt,
            Instant due,
            boolean ended,
            boolean linked) {
        static Other of(ResultSet row) throws SQLException {
            return new Other(
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    row.getString("reference"),
                    row.getString("procedure_code"),
                    Stage.valueOf(row.getString("stage")),
                    List.of(
                            row.getString("receiving_unit"),
                            row.getString("competent_unit"),
                            row.getString("returning_unit")),
                    instant(row, "opened_at"),
                    instant(row, "received_at"),
                    instant(row, "due"),
                    row.getTimestamp("ended_at") != null,
                    row.getBoolean("linked"));
        }

        private static Instant instant(ResultSet row, String column) throws SQLException {
            Timestamp at = row.getTimestamp(column);
            return at == null ? null : at.toInstant();
        }

        OtherView seen(boolean whole, boolean sameMatter) {
            int year = LegalTime.date(openedAt).getYear();
            boolean over = ended || stage.terminal();
            return whole
                    ? new OtherView(
                            id,
                            code,
                            reference,
                            procedureCode,
                            stage,
                            stage.label(),
                            units.get(0),
                            year,
                            openedAt,
                            receivedAt,
                            due,
                            over,
                            sameMatter,
                            false)
                    : new OtherView(
                            null,
                            null,
                            null,
                            null,
                            stage,
                            stage.label(),
                            units.get(0),
                            year,
                            null,
                            null,
                            null,
                            over,
                            sameMatter,
                            true);
        }
    }

    /** Newest first; empty where the owner has no identifier. */
    @GET
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    public Page<OtherView> others(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        int most = Limit.of(limit);
        Dossier dossier = reader.seen(id);
        List<Object> args = new ArrayList<>(List.of(id, id, id));
        String sql = OTHERS;
        String[] last = cursors.decode(after, 2);
        if (last != null) {
            sql += " and (o.opened_at, o.dossier_id) < (?, ?)";
            args.add(Cursor.instant(last[0]));
            args.add(Cursor.uuid(last[1]));
        }
        args.add(most + 1);
        Page<Other> page = Page.of(
                Sql.query(
                        source,
                        sql + " order by o.opened_at desc, o.dossier_id desc limit ?",
                        Other::of,
                        args.toArray()),
                most,
                other -> cursors.encode(other.openedAt().toString(), other.id().toString()));
        List<UUID> seen =
                page.items().stream().filter(this::whole).map(Other::id).toList();
        readings.note(Reading.OTHERS, null, seen.isEmpty() ? List.of(id) : seen);
        List<OtherView> views = page.items().stream()
                .map(other -> other.seen(whole(other), sameMatter(dossier, other)))
                .toList();
        return new Page<>(views, page.next());
    }

    private static boolean sameMatter(Dossier dossier, Other other) {
        boolean open = !other.ended() && !other.stage().terminal();
        return other.linked()
                || open && other.procedureCode().equals(dossier.matter().procedureCode());
    }

    private boolean whole(Other other) {
        Set<String> mine = access.wholeUnits();
        return access.roles().contains("reception") && other.units().stream().anyMatch(mine::contains);
    }
}
