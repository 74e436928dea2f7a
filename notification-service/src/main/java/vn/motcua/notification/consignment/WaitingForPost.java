package vn.motcua.notification.consignment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.paper.Paper;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is to be posted at a unit, and the list of it as it would be signed. */
@ApplicationScoped
class WaitingForPost {
    private static final String CONSIGNMENTS =
            """
            select c.id, c.dossier_id, coalesce(d.code, d.reference), c.slip, c.prepared_at, c.result, c.originals <> '[]',
                coalesce(d.return_mode = 'POST', true)
            from consignment c join known_dossier d on d.id = c.dossier_id
            where c.unit = ? and c.dispatched_at is null and c.withdrawn_at is null and c.fetched_at is null and c.replaced_at is null
            order by c.prepared_at, c.id limit ?
            """;

    /** Where the person wants it by post and nothing is made up: results, and originals of what was refused or stopped. */
    private static final String TO_MAKE_UP =
            """
            select r.dossier_id, coalesce(d.code, d.reference), r.opened_at, r.holds = 'RESULT', d.originals_held
            from known_dossier d join dossier_return r on r.dossier_id = d.id
            where d.returning_unit = ? and d.return_mode = 'POST' and (d.stage = 'DECIDED' or d.originals_held)
              and r.unit = d.returning_unit and r.state in ('WAITING', 'ANNOUNCED', 'ON_SHELF') and r.pending is null
            order by r.opened_at, r.dossier_id limit ?
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Consignments consignments;

    @Inject
    PostListPage page;

    @Inject
    AddressReadings readings;

    @Inject
    Caller caller;

    /**
     * What is to be posted.
     *
     * @param consignments what the next list will hold, in its order; at most as many as one list may hold
     * @param more whether others wait for a list after that
     * @param toMakeUp what the person wants by post and is not made up yet, longest waiting first; at most {@value SignPostList#MOST}
     */
    @Schema(name = "WaitingForPost")
    record View(List<Item> consignments, boolean more, List<ToMakeUp> toMakeUp) {}

    /**
     * A consignment that waits, without its address.
     *
     * @param preparedAt when it was made up or last corrected
     * @param code or the reference of what was never received
     * @param wished whether the person still wants it by post
     */
    @Schema(name = "ConsignmentWaiting")
    record Item(
            UUID id,
            UUID dossierId,
            String code,
            String slip,
            Instant preparedAt,
            boolean result,
            boolean originals,
            boolean wished) {}

    /** A return that is to go by post. */
    @Schema(name = "ReturnToMakeUp")
    record ToMakeUp(UUID dossierId, String code, Instant openedAt, boolean result, boolean originals) {}

    /** @throws ProblemException 403 for another unit */
    View at(String unit) {
        requireOwn(unit);
        List<Item> found = Sql.query(
                source,
                CONSIGNMENTS,
                row -> new Item(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        Consignments.instant(row, "prepared_at"),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getBoolean(8)),
                unit,
                SignPostList.MOST + 1);
        List<ToMakeUp> toMakeUp = Sql.query(
                source,
                TO_MAKE_UP,
                row -> new ToMakeUp(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Consignments.instant(row, "opened_at"),
                        row.getBoolean(4),
                        row.getBoolean(5)),
                unit,
                SignPostList.MOST);
        boolean more = found.size() > SignPostList.MOST;
        return new View(more ? List.copyOf(found.subList(0, SignPostList.MOST)) : found, more, toMakeUp);
    }

    /**
     * The list as it would be signed now, as PDF; a reading of addresses, noted before it is given.
     *
     * @throws ProblemException 403 for another unit, 404 where nothing waits
     */
    byte[] preview(String unit) {
        requireOwn(unit);
        List<Consignment> found = consignments.waiting(unit, SignPostList.MOST);
        if (found.isEmpty()) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        readings.note(AddressReadings.What.POST_LIST, unit, null, found.size());
        return Paper.pdf(page.preview(unit, caller.name(), found));
    }

    private void requireOwn(String unit) {
        if (!caller.units().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
    }
}
