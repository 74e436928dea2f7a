package vn.motcua.intake.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.history.History;
import vn.motcua.intake.tracking.Pin;
import vn.motcua.intake.tracking.PinGuard;
import vn.motcua.intake.tracking.Pins;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.UUID;

/** One dossier: as it stands, its date explained, a new PIN. */
@Path("/api/intake/dossiers/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class DossierResource {
    private final DossierReader reader;
    private final Access access;
    private final Catalogue catalogue;
    private final Pins pins;
    private final PinGuard guard;
    private final History history;
    private final Clock clock;

    DossierResource(
            DossierReader reader,
            Access access,
            Catalogue catalogue,
            Pins pins,
            PinGuard guard,
            History history,
            Clock clock) {
        this.reader = reader;
        this.access = access;
        this.catalogue = catalogue;
        this.pins = pins;
        this.guard = guard;
        this.history = history;
        this.clock = clock;
    }

    /** The dossier with what the caller may do and its ETag. */
    @GET
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor", "citizen", "service"})
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    public Response one(@PathParam("id") UUID id) {
        DossierView view = reader.view(id);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }

    /** The due date explained stretch by stretch. */
    @GET
    @Path("deadline")
    @Transactional
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor", "citizen", "service"})
    public DeadlineView deadline(@PathParam("id") UUID id) {
        return DeadlineView.of(reader.seen(id), catalogue);
    }

    /** What reception tells the person. */
    public record RenewedPin(String reference, String pin) {
        @Override
        public String toString() {
            return "RenewedPin[" + reference + ", …]";
        }
    }

    /** A new PIN in place of the lost one, shown once; reception gives it to the person it has before it. */
    @POST
    @Path("pin")
    @Idempotent
    @RolesAllowed("reception")
    @APIResponseSchema(value = RenewedPin.class, responseCode = "200")
    public Response renewPin(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Dossier dossier = reader.locked(id);
        if (!access.actors(dossier).contains(Actor.RECEPTION)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Revision.require(ifMatch, dossier.revision(), () -> history.newest(dossier));
        Pin pin = pins.newPin();
        dossier.opened().renewPin(pin.hash());
        guard.forget(dossier.id());
        dossier.written(clock.instant());
        history.note(dossier, "RENEW_PIN", Actor.RECEPTION.role(), access.signature(Actor.RECEPTION));
        return Response.ok(new RenewedPin(dossier.reference(), pin.plain()))
                .header(HttpHeaders.ETAG, Revision.etag(dossier.revision()))
                .build();
    }
}
