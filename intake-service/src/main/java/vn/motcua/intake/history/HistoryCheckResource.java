package vn.motcua.intake.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.platform.paging.Limit;

import java.util.List;
import java.util.UUID;

/** Whether histories are as they were written: walked by {@code deploy/bin/verify-history}, or asked of one dossier. */
@Path("/api/intake/operations/history-check")
@Produces(MediaType.APPLICATION_JSON)
public class HistoryCheckResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final HistoryCheck check;

    HistoryCheckResource(HistoryCheck check) {
        this.check = check;
    }

    /**
     * What was looked at and what of it is broken.
     *
     * @param next goes into {@code after} of the following call; null at the end
     */
    public record CheckView(int dossiers, int acts, List<HistoryCheck.Broken> broken, UUID next) {}

    /**
     * The chains of the next dossiers by id.
     *
     * @param after the last dossier of the call before
     * @param dossier one dossier alone
     */
    @GET
    @Transactional
    @RolesAllowed({"auditor", "service"})
    public CheckView check(
            @QueryParam("after") UUID after, @QueryParam("dossier") UUID dossier, @QueryParam("limit") Integer limit) {
        int most = Limit.of(limit);
        HistoryCheck.Checked checked =
                dossier != null ? check.check(List.of(dossier)) : check.next(after == null ? FIRST : after, most);
        boolean more = dossier == null && checked.dossiers() == most;
        return new CheckView(checked.dossiers(), checked.acts(), checked.broken(), more ? checked.last() : null);
    }
}
