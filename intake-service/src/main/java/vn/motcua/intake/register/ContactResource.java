package vn.motcua.intake.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.people.Part;
import vn.motcua.intake.people.People;
import vn.motcua.intake.people.PersonView;
import vn.motcua.intake.person.Phone;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the people of a dossier are reached now, for the service that sends messages and asks each time (design.md §1). Whom the
 * person named for it comes first, then who submitted it, by authority also for the owner, then the owner (domain.md §10).
 */
@Path("/api/intake/dossiers/{id}/contact")
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {
    private final DossierReader reader;
    private final People people;

    ContactResource(DossierReader reader, People people) {
        this.reader = reader;
        this.people = people;
    }

    /**
     * No name and no number but these.
     *
     * @param phone a mobile number, null where none was given
     * @param email null where none was given
     */
    public record ContactView(String phone, String email) {
        @Override
        public String toString() {
            return "ContactView[…]";
        }
    }

    /** The newest contact; 404 for a draft, of which nobody is told. */
    @GET
    @Transactional
    @RolesAllowed("service")
    @Operation(summary = "Where the people of a dossier are reached now, for the service that sends messages")
    @APIResponseSchema(value = ContactView.class, responseCode = "200")
    public Response contact(@PathParam("id") UUID id) {
        Dossier dossier = reader.seen(id);
        return Response.ok(of(people.whole(dossier.id())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static ContactView of(Map<Part, PersonView> people) {
        return new ContactView(
                first(people, person -> Phone.isMobile(person.phone()) ? person.phone() : null),
                first(people, person -> blankToNull(person.email())));
    }

    private static String first(Map<Part, PersonView> people, Function<PersonView, String> what) {
        return Stream.of(Part.CONTACT, Part.SUBMITTER, Part.OWNER)
                .map(people::get)
                .filter(Objects::nonNull)
                .map(what)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
