package vn.motcua.intake.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Punctuality;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.intake.person.Phone;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The register: dossiers by their own terms, and by terms of people, which never stand in an address. */
@Path("/api/intake/dossiers")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
    private static final int IDS_MAX = 100;

    private final Register register;
    private final Access access;
    private final PersonVault vault;
    private final Readings readings;

    RegisterResource(Register register, Access access, PersonVault vault, Readings readings) {
        this.readings = readings;
        this.register = register;
        this.access = access;
        this.vault = vault;
    }

    /**
     * Newest first; most urgent first where due dates are asked for, which leaves out what is paused or ended; in the order of receipt
     * where procedure, channel, days of receipt, the end of a code or how it ended narrow it. A page may be short, or empty, and still
     * have a next one.
     *
     * @param code a dossier's code, its reference as the QR code of a slip carries it, or the end of a code
     * @param procedure a code, or words of a name
     * @param receivedFrom first legal day of receipt, as 2026-11-24
     * @param receivedTo last legal day of receipt
     * @param unit one of the reader's units by id or name, a former one for its equivalent
     * @param involving a unit that receives, decides or returns, likewise
     * @param holder account of the officer who holds the case, or {@code nobody}; of the reader's units as the competent ones
     * @param ids comma-separated, at most 100; a service must name ids or a code
     */
    @GET
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor", "citizen", "service"})
    public Page<RegisterRow> list(
            @QueryParam("code") @Size(min = 1, max = 60) String code,
            @QueryParam("stage") String stage,
            @QueryParam("procedure") @Size(min = 2, max = 200) String procedure,
            @QueryParam("channel") String channel,
            @QueryParam("receivedFrom") String receivedFrom,
            @QueryParam("receivedTo") String receivedTo,
            @QueryParam("dueFrom") String dueFrom,
            @QueryParam("dueBefore") String dueBefore,
            @QueryParam("punctuality") String punctuality,
            @QueryParam("unit") @Size(min = 2, max = 100) String unit,
            @QueryParam("involving") @Size(min = 2, max = 100) String involving,
            @QueryParam("department") @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String department,
            @QueryParam("holder") @Pattern(regexp = RegisterFilters.ACCOUNT) String holder,
            @QueryParam("ids") String ids,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        if (access.service() && code == null && ids == null) {
            throw invalid("/ids", "ids | code");
        }
        RegisterFilters filters = new RegisterFilters(
                code,
                one(Stage.class, "/stage", stage),
                procedure,
                one(Channel.class, "/channel", channel),
                day("/receivedFrom", receivedFrom),
                day("/receivedTo", receivedTo),
                instant("/dueFrom", dueFrom),
                instant("/dueBefore", dueBefore),
                one(Punctuality.class, "/punctuality", punctuality),
                unit,
                involving,
                department,
                holder);
        RegisterPlan.Terms terms =
                ids == null ? RegisterPlan.Terms.NONE : new RegisterPlan.Terms(ids(ids), null, null, null);
        return register.page(filters, terms, after, limit);
    }

    /**
     * Terms of people; all given ones must fit.
     *
     * @param name one or more whole syllables of a name in a row, with or without diacritics; at least 2 characters
     * @param identifier any spelling
     * @param phone any spelling
     * @param filters what else must fit, or null
     */
    public record SearchRequest(
            @Size(min = 2, max = 100) String name,
            @Size(min = 3, max = 40) String identifier,
            @Size(min = 8, max = 20) String phone,
            @Valid RegisterFilters filters,
            @Size(max = 1024) String after,
            Integer limit) {}

    /** Changes nothing, so it takes no Idempotency-Key. */
    @POST
    @Path("search")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    public Page<RegisterRow> search(@Valid @NotNull SearchRequest asked) {
        if (asked.name() == null && asked.identifier() == null && asked.phone() == null) {
            throw invalid("", "name | identifier | phone");
        }
        RegisterFilters filters = asked.filters() == null ? RegisterFilters.NONE : asked.filters();
        Page<RegisterRow> found = register.page(filters, terms(asked), asked.after(), asked.limit());
        readings.note(
                Reading.SEARCH,
                null,
                found.items().stream().map(RegisterRow::id).toList());
        return found;
    }

    private RegisterPlan.Terms terms(SearchRequest asked) {
        String phone = asked.phone() == null ? null : Phone.read(asked.phone()).orElse(asked.phone());
        return new RegisterPlan.Terms(
                null,
                vault.blindIndex(asked.identifier()),
                vault.blindIndex(phone),
                asked.name() == null ? null : asked.name().strip());
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String pointer, String name) {
        try {
            return name == null ? null : Enum.valueOf(kind, name);
        } catch (IllegalArgumentException e) {
            throw invalid(pointer, Arrays.toString(kind.getEnumConstants()));
        }
    }

    private static LocalDate day(String pointer, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid(pointer, "2026-11-24");
        }
    }

    private static Instant instant(String pointer, String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw invalid(pointer, "2026-11-24T10:00:00Z");
        }
    }

    private static UUID[] ids(String text) {
        List<String> parts = List.of(text.split(","));
        if (parts.size() > IDS_MAX) {
            throw invalid("/ids", "1..." + IDS_MAX);
        }
        try {
            return parts.stream().map(String::strip).map(UUID::fromString).toArray(UUID[]::new);
        } catch (IllegalArgumentException e) {
            throw invalid("/ids", "UUID,UUID");
        }
    }

    private static ProblemException invalid(String pointer, String message) {
        return new ProblemException(Problems.VALIDATION).violation(pointer, message);
    }
}
