package vn.motcua.intake.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.intake.person.Phone;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The register: dossiers by their own terms, and by terms of people, which never stand in an address. */
@Path("/api/intake/dossiers")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
    private static final int IDS_MAX = 100;

    private final Register register;
    private final Access access;
    private final PersonVault vault;

    RegisterResource(Register register, Access access, PersonVault vault) {
        this.register = register;
        this.access = access;
        this.vault = vault;
    }

    /**
     * Newest first; most urgent first where {@code dueBefore} is given, which leaves out what is paused or ended.
     *
     * @param code a dossier's code, or its reference as the QR code of a slip carries it
     * @param ids comma-separated, at most 100; a service must name ids or a code
     */
    @GET
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor", "citizen", "service"})
    public Page<RegisterRow> list(
            @QueryParam("code") String code,
            @QueryParam("stage") String stage,
            @QueryParam("unit") String unit,
            @QueryParam("dueBefore") String dueBefore,
            @QueryParam("ids") String ids,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        if (access.service() && code == null && ids == null) {
            throw invalid("/ids", "ids | code");
        }
        Instant due = dueBefore == null ? null : instant(dueBefore);
        return register.page(due != null, unit, after, limit, query -> {
            if (code != null) {
                String asked = code.strip().toUpperCase(Locale.ROOT);
                query.where(asked.contains("-") ? "d.code = ?" : "d.reference = ?", asked);
            }
            if (stage != null) {
                Stage asked = stage(stage);
                query.where("d.stage = ?", asked.name());
                if (!asked.holdsDrafts()) {
                    query.filedOnly();
                }
            }
            if (due != null) {
                query.where("d.due < ? and d.ended_at is null and d.paused_since is null", due);
                query.filedOnly();
            }
            if (ids != null) {
                query.where("d.id = any(?)", (Object) ids(ids));
            }
        });
    }

    /**
     * Terms of people; all given ones must fit.
     *
     * @param name one or more whole syllables of a name in a row, with or without diacritics; at least 2 characters
     * @param identifier any spelling
     * @param phone any spelling
     */
    public record SearchRequest(
            @Size(min = 2, max = 100) String name,
            @Size(min = 3, max = 40) String identifier,
            @Size(min = 8, max = 20) String phone,
            @Size(max = 1024) String after,
            Integer limit) {}

    /** Changes nothing, so it takes no Idempotency-Key. */
    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reception", "specialist", "approver", "director", "cashier", "auditor"})
    public Page<RegisterRow> search(@Valid @NotNull SearchRequest terms) {
        if (terms.name() == null && terms.identifier() == null && terms.phone() == null) {
            throw invalid("", "name | identifier | phone");
        }
        return register.page(false, null, terms.after(), terms.limit(), query -> {
            if (terms.identifier() != null) {
                query.where(person("identifier_index = ?"), (Object) vault.blindIndex(terms.identifier()));
            }
            if (terms.phone() != null) {
                String phone = Phone.read(terms.phone()).orElse(terms.phone());
                query.where(person("phone_index = ?"), (Object) vault.blindIndex(phone));
            }
            if (terms.name() != null) {
                query.named(terms.name().strip());
            }
        });
    }

    private static String person(String condition) {
        return "d.id in (select dossier_id from dossier_person where " + condition + ")";
    }

    private static Stage stage(String name) {
        try {
            return Stage.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw invalid("/stage", Arrays.toString(Stage.values()));
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw invalid("/dueBefore", "2026-11-24T10:00:00Z");
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
