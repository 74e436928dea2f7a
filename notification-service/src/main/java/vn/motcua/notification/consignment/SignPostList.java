package vn.motcua.notification.consignment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The postman takes over what waits at a unit: both count and sign one list, which is numbered per unit and year and never changes. */
@ApplicationScoped
class SignPostList {
    /** Most consignments of one list. */
    static final int MOST = 200;

    private static final String SYMBOL = "BGBC-TTPVHCC";
    private static final String NEXT =
            """
            insert into post_list_counter (unit, year, last_number) values (?, ?, 1)
            on conflict (unit, year) do update set last_number = post_list_counter.last_number + 1 returning last_number
            """;
    private static final String ADD =
            """
            insert into post_list (id, unit, year, running_number, number, postman_name, postman_number, signed, items, signed_at,
                officer_subject, officer_name, officer_title, template_version, page, sha256)
            values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Consignments consignments;

    @Inject
    PostListPage page;

    @Inject
    ContactSeal seal;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** How the postman signed. */
    enum Signed {
        ON_PAPER,
        ON_SCREEN
    }

    /** Who takes over for the post. */
    @Schema(name = "Postman")
    record Postman(
            @NotBlank @Size(max = 120) String name, @NotNull @Pattern(regexp = "[0-9A-Za-z./-]{1,40}") String number) {}

    /**
     * What both sign.
     *
     * @param counted how many consignments the postman counts; must be what waits
     */
    @Schema(name = "PostListRequest")
    record Request(
            @NotNull @Pattern(regexp = UnitId.PATTERN) String unit,
            @NotNull @Valid Postman postman,
            @Min(1) @Max(MOST) int counted,
            @NotNull Signed signed) {}

    /**
     * Signs in the caller's transaction; everything that waits at the unit is dispatched.
     *
     * @return the id of the list
     * @throws ProblemException 403 for another unit, 409 where the counts differ
     */
    UUID sign(Request request) {
        if (!caller.units().contains(request.unit())) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Consignment> waiting = consignments.waiting(request.unit(), MOST);
        if (waiting.size() != request.counted()) {
            throw new ProblemException(NotificationProblem.COUNT_DIFFERS, waiting.size(), request.counted())
                    .with("waiting", waiting.size());
        }
        int year = LegalTime.date(at).getYear();
        long running = Sql.query(source, NEXT, row -> row.getLong(1), request.unit(), year)
                .get(0);
        String number = "%02d/%s".formatted(running, SYMBOL);
        UUID id = UUID.randomUUID();
        byte[] html = page.of(request, number, at, caller.name(), waiting).getBytes(StandardCharsets.UTF_8);
        Sql.update(
                source,
                ADD,
                id,
                request.unit(),
                year,
                running,
                number,
                request.postman().name().strip(),
                request.postman().number(),
                request.signed().name(),
                waiting.size(),
                at,
                caller.subject(),
                caller.name(),
                caller.title(),
                PostListPage.VERSION,
                seal.sealBytes(html),
                PostLists.sha256(html));
        consignments.dispatched(waiting.stream().map(Consignment::id).toList(), id, at);
        return id;
    }
}
