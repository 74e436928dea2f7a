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
import vn.motcua.notification.catalogue.WorkingDays;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                handed_over_at, officer_subject, officer_name, officer_title, template_version, page, sha256)
            values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Consignments consignments;

    @Inject
    WorkingDays days;

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
     * A consignment as it was looked at.
     *
     * @param preparedAt when it was made up or last corrected, as it was shown
     */
    @Schema(name = "ConsignmentSeen")
    record Seen(@NotNull UUID id, @NotNull Instant preparedAt) {}

    /**
     * What both sign.
     *
     * @param consignments the consignments that were looked at, each as it was; must be what waits
     * @param counted how many consignments the postman counts; must be as many
     * @param handedOverAt when the postman signed, past and not before the last working day; null for now
     */
    @Schema(name = "PostListRequest")
    record Request(
            @NotNull @Pattern(regexp = UnitId.PATTERN) String unit,
            @NotNull @Valid Postman postman,
            @NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid Seen> consignments,
            @Min(1) @Max(MOST) int counted,
            @NotNull Signed signed,
            Instant handedOverAt) {}

    /**
     * Signs in the caller's transaction; everything that waits at the unit, up to {@value #MOST}, is dispatched.
     *
     * @return the id of the list
     * @throws ProblemException 403 for another unit, 400 for a time that cannot be, 409 where what waits is not what was looked at, or
     *     the counts differ
     */
    UUID sign(Request request) {
        if (!caller.units().contains(request.unit())) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Consignment> waiting = consignments.taken(request.unit(), MOST);
        requireSeen(request.consignments(), waiting);
        if (waiting.size() != request.counted()) {
            throw new ProblemException(NotificationProblem.COUNT_DIFFERS, waiting.size(), request.counted())
                    .with("waiting", waiting.size());
        }
        Instant handedOver = handedOver(request, at, waiting);
        int year = LegalTime.date(at).getYear();
        long running = Sql.query(source, NEXT, row -> row.getLong(1), request.unit(), year)
                .get(0);
        String number = "%02d/%s".formatted(running, SYMBOL);
        UUID id = UUID.randomUUID();
        byte[] html =
                page.signed(request, number, handedOver, caller.name(), waiting).getBytes(StandardCharsets.UTF_8);
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
                handedOver,
                caller.subject(),
                caller.name(),
                caller.title(),
                PostListPage.VERSION,
                seal.sealBytes(html),
                PostLists.sha256(html));
        consignments.dispatched(waiting.stream().map(Consignment::id).toList(), id, handedOver);
        return id;
    }

    /** What was looked at is what is signed: nothing more, nothing less, and each as it was. */
    private static void requireSeen(List<Seen> seen, List<Consignment> waiting) {
        Map<UUID, Instant> looked = new HashMap<>();
        seen.forEach(each -> looked.put(each.id(), each.preparedAt()));
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Consignment each : waiting) {
            Instant as = looked.remove(each.id());
            if (as == null) {
                added.add(each.contents().slip());
            } else if (!as.equals(each.preparedAt())) {
                changed.add(each.contents().slip());
            }
        }
        if (!added.isEmpty() || !changed.isEmpty() || !looked.isEmpty()) {
            throw new ProblemException(NotificationProblem.LIST_CHANGED, added.size(), changed.size(), looked.size())
                    .with("added", added)
                    .with("changed", changed)
                    .with("gone", List.copyOf(looked.keySet()));
        }
    }

    /** The instant the postman signed: past, not before the last working day, nor before the last of it lay ready. */
    private Instant handedOver(Request request, Instant now, List<Consignment> waiting) {
        if (request.handedOverAt() == null) {
            return now;
        }
        Instant at = request.handedOverAt().truncatedTo(ChronoUnit.MICROS);
        Instant earliest = days.lastBefore(LegalTime.date(now), request.unit())
                .atStartOfDay(LegalTime.ZONE)
                .toInstant();
        Instant ready = consignments.lastReady(waiting);
        if (ready.isAfter(earliest)) {
            earliest = ready;
        }
        if (at.isAfter(now) || at.isBefore(earliest)) {
            throw new ProblemException(Problems.VALIDATION)
                    .violation("/handedOverAt", LegalTime.onPaper(earliest) + " … " + LegalTime.onPaper(now));
        }
        return at;
    }
}
