package vn.motcua.intake.handover;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.form.PageAnswer;
import vn.motcua.intake.form.PdfAnswer;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.intake.register.DossierView;
import vn.motcua.platform.idempotency.Idempotent;
import vn.motcua.platform.paging.Limit;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Hand-over records of the post: dossiers that the postman brings, counted and signed by both (Decision 45/2016 Art. 7). */
@Path("/api/intake/hand-over-records")
@Produces(MediaType.APPLICATION_JSON)
public class HandOverResource {
    private final HandOvers records;
    private final HandOverList list;
    private final HandOverPrints prints;
    private final KeepHandOver keep;
    private final OpenFromItem opening;
    private final Access access;
    private final Readings readings;

    HandOverResource(
            HandOvers records,
            HandOverList list,
            HandOverPrints prints,
            KeepHandOver keep,
            OpenFromItem opening,
            Access access,
            Readings readings) {
        this.records = records;
        this.list = list;
        this.prints = prints;
        this.keep = keep;
        this.opening = opening;
        this.access = access;
        this.readings = readings;
    }

    /** What is done to a record. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Close.class, name = "CLOSE"),
        @JsonSubTypes.Type(value = Note.class, name = "NOTE")
    })
    @Schema(
            name = "HandOverAct",
            discriminatorProperty = "action",
            oneOf = {Close.class, Note.class},
            discriminatorMapping = {
                @DiscriminatorMapping(value = "CLOSE", schema = Close.class),
                @DiscriminatorMapping(value = "NOTE", schema = Note.class)
            })
    public sealed interface Act permits Close, Note {}

    /**
     * Both have counted and signed.
     *
     * @param counted how many items the postman counts; must be what the record has
     * @param handedOverAt when both signed, where counting took longer than the record says: on the same day, not in the future; null for
     *     the time the record has
     */
    @Schema(
            name = "CloseHandOver",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "CLOSE"))
    public record Close(
            @Min(1) @Max(HandOverRequest.MOST) int counted, @NotNull HandOver.Signed signed, Instant handedOverAt)
            implements Act {}

    /** What was found wrong after the closing; the record itself stays. */
    @Schema(
            name = "NoteHandOver",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "NOTE"))
    public record Note(@NotBlank @Size(max = 2_000) String text) implements Act {}

    /** Those of the caller's units, newest hand-over first; without anything of the senders. */
    @GET
    @RolesAllowed({"reception", "approver", "director", "auditor"})
    public Page<HandOverList.Line> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        int most = Limit.of(limit);
        return access.wholeUnits().isEmpty()
                ? new Page<>(List.of(), null)
                : list.page(access.wholeUnits(), after, most);
    }

    /** Begins one. */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("reception")
    @APIResponseSchema(value = HandOverView.class, responseCode = "201")
    public Response open(@Valid @NotNull HandOverRequest request) {
        HandOverView view = view(records.find(keep.open(request)));
        return Response.created(URI.create("/api/intake/hand-over-records/" + view.id()))
                .entity(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }

    /** One, with its items; a reading of the senders' data, which is noted. */
    @GET
    @Path("{record}")
    @Transactional
    @RolesAllowed({"reception", "approver", "director", "auditor"})
    @APIResponseSchema(value = HandOverView.class, responseCode = "200")
    public Response one(@PathParam("record") UUID id) {
        HandOverView view = view(seen(id));
        noted(view);
        return answer(view);
    }

    /** Writes it anew while it is open. */
    @PUT
    @Path("{record}")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("reception")
    @APIResponseSchema(value = HandOverView.class, responseCode = "200")
    public Response change(
            @PathParam("record") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull HandOverRequest request) {
        keep.change(id, ifMatch, request);
        return answer(view(records.find(id)));
    }

    /** Throws away one that was begun by mistake and is open. */
    @DELETE
    @Path("{record}")
    @Transactional
    @RolesAllowed("reception")
    public void discard(@PathParam("record") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        keep.discard(id, ifMatch);
    }

    /** CLOSE: both counted and signed, it gets its number and stays. NOTE: what was found wrong afterwards. */
    @POST
    @Path("{record}/actions")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("reception")
    @APIResponseSchema(value = HandOverView.class, responseCode = "200")
    public Response act(
            @PathParam("record") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull Act act) {
        if (act instanceof Close close) {
            keep.close(id, ifMatch, close.counted(), close.signed(), close.handedOverAt());
        } else if (act instanceof Note note) {
            keep.note(id, ifMatch, note.text());
        }
        HandOverView view = view(records.find(id));
        noted(view);
        return answer(view);
    }

    /** The record as both signed it: a page of A4. */
    @GET
    @Path("{record}/page")
    @Produces(PageAnswer.HTML)
    @Transactional
    @RolesAllowed({"reception", "approver", "director"})
    public Response page(@PathParam("record") UUID id) {
        return PageAnswer.of(prints.page(signed(id)));
    }

    /** The same as PDF/A-2b, the same bytes at every call. */
    @GET
    @Path("{record}/page.pdf")
    @Produces("application/pdf")
    @Transactional
    @RolesAllowed({"reception", "approver", "director"})
    public Response pdf(@PathParam("record") UUID id) {
        return PdfAnswer.of(id, prints.pdf(signed(id)));
    }

    /** Opens the dossier of an item; the answer shows its PIN, once. An item has one dossier at most. */
    @POST
    @Path("{record}/items/{position}/dossier")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("reception")
    @APIResponseSchema(value = DossierView.class, responseCode = "201")
    public Response dossier(
            @PathParam("record") UUID id,
            @PathParam("position") @Min(1) @Max(HandOverRequest.MOST) int position,
            @Valid @NotNull OpenFromItem.Request request) {
        DossierView view = opening.open(id, position, request);
        return Response.created(URI.create("/api/intake/dossiers/" + view.id()))
                .entity(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }

    private void noted(HandOverView view) {
        readings.noteWhole(
                Reading.HAND_OVER_RECORD, null, view.unit(), view.items().size());
    }

    private UUID signed(UUID id) {
        HandOver record = seen(id);
        record.requireClosed();
        readings.noteWhole(Reading.HAND_OVER_RECORD, null, record.unit(), records.itemsOf(id));
        return id;
    }

    private HandOver seen(UUID id) {
        HandOver record = records.find(id);
        if (!access.wholeUnits().contains(record.unit())) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        return record;
    }

    private HandOverView view(HandOver record) {
        return HandOverView.of(record, records.items(record.id()), records.notes(record.id()), access.roles());
    }

    private static Response answer(HandOverView view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Revision.etag(view.revision()))
                .build();
    }
}
