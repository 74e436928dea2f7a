package vn.motcua.intake.history;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The acts of a dossier, oldest first. */
@Path("/api/intake/dossiers/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {
    private final History history;
    private final Dossiers dossiers;
    private final Access access;

    HistoryResource(History history, Dossiers dossiers, Access access) {
        this.history = history;
        this.dossiers = dossiers;
        this.access = access;
    }

    /**
     * One act as its readers see it.
     *
     * @param sequence null where it was not published
     * @param hash SHA-256 over this row and the hash before it
     */
    public record ActView(
            UUID id,
            long revision,
            Integer sequence,
            String action,
            Act.Outcome outcome,
            String fromStage,
            String toStage,
            String actor,
            String actorName,
            String actorTitle,
            String reasonCode,
            String reason,
            Instant effectiveAt,
            Instant recordedAt,
            UUID causedBy,
            JsonNode details,
            String hash) {
        static ActView of(Act act) {
            return new ActView(
                    act.id(),
                    act.revision(),
                    act.sequence(),
                    act.action(),
                    act.outcome(),
                    act.fromStage(),
                    act.toStage(),
                    act.actor(),
                    act.actorName(),
                    act.actorTitle(),
                    act.reasonCode(),
                    act.reason(),
                    act.effectiveAt(),
                    act.recordedAt(),
                    act.causedBy(),
                    EventJson.tree(act.details()),
                    HexFormat.of().formatHex(act.hash()));
        }
    }

    @GET
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor", "citizen", "service"})
    public Page<ActView> acts(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        access.requireSeen(dossiers.findByIdOptional(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)));
        int most = Limit.of(limit);
        List<ActView> acts = history.after(id, revision(after), most + 1).stream()
                .map(ActView::of)
                .toList();
        return Page.of(acts, most, act -> Cursor.encode(Long.toString(act.revision())));
    }

    private static long revision(String after) {
        String[] parts = Cursor.decode(after, 1);
        try {
            return parts == null ? 0 : Long.parseLong(parts[0]);
        } catch (NumberFormatException e) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
    }
}
