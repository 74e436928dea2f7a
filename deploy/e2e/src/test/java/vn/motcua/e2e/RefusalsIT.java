package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.SuitePart;
import vn.motcua.e2e.Callers.Caller;
import vn.motcua.e2e.RefusalTable.Outcome;
import vn.motcua.e2e.RefusalTable.Row;
import vn.motcua.e2e.RefusalTable.Who;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The whole of {@code refusals.csv} against the running suite: every endpoint by everybody, on real dossiers, cases and returns. */
class RefusalsIT extends SuiteFixture {
    private static final int MAKERS = 4;
    private static final int PAGES = 50;

    private static Callers callers;
    private static World world;
    private static ProblemCheck problems;
    private static String strangersCookie;

    private final Map<Outcome, Integer> counted = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void everybodyIsThere() {
        callers = Callers.of(suite());
        world = new World(suite(), callers);
        problems = ProblemCheck.of(root());
        strangersCookie = world.make("draft").get("cookie");
    }

    @Test
    void every_endpoint_of_the_running_services_has_a_row() {
        List<OpenApi> documents = OpenApi.SERVICES.stream()
                .map(service -> OpenApi.live(suite(), service))
                .toList();
        assertThat(RefusalTable.gaps(documents, RefusalTable.read())).isEmpty();
    }

    @Test
    void everybody_gets_through_to_what_is_theirs_and_to_nothing_else()
            throws IOException, InterruptedException, ExecutionException {
        List<Row> rows = RefusalTable.read();
        ExecutorService makers = Executors.newFixedThreadPool(MAKERS);
        try (Wire gateway = new Wire(suite().publicUrl());
                Wire notification = new Wire(suite().url(SuitePart.NOTIFICATION));
                Wire intake = new Wire(suite().url(SuitePart.INTAKE))) {
            List<Future<Map<String, String>>> things = things(rows, makers);
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                // where one address may not ask often, everybody asks from their own
                Wire wire = row.path().equals("/api/notification/feedback")
                        ? notification
                        : row.path().equals("/api/intake/tracking") ? intake : gateway;
                drive(row, things.get(i).get(), wire);
            }
        } finally {
            makers.shutdownNow();
        }
        System.err.printf("refusals: %d rows, %s%n", rows.size(), counted);
        assertThat(faults).isEmpty();
    }

    private static List<Future<Map<String, String>>> things(List<Row> rows, ExecutorService makers) {
        Map<String, Future<Map<String, String>>> shared = new ConcurrentHashMap<>();
        return rows.stream()
                .map(row -> row.thing().startsWith("new ")
                        ? makers.submit(() -> world.make(row.thing().substring("new ".length())))
                        : shared.computeIfAbsent(row.thing(), kind -> makers.submit(() -> world.make(kind))))
                .toList();
    }

    /** Those who must not get through try first, on a thing that nobody has touched; then the others, and one of them succeeds. */
    private void drive(Row row, Map<String, String> thing, Wire wire) throws IOException {
        List<Caller> order = new ArrayList<>(Callers.all());
        order.sort(Comparator.comparing(each -> row.expected(each.who(), each.relation()) == Outcome.PASSES));
        RefusalCall call = new RefusalCall(row, thing);
        String before = call.fresh() ? etag(call, wire) : null;
        boolean succeeded = false;
        boolean done = false;
        for (Caller caller : order) {
            Outcome expected = row.expected(caller.who(), caller.relation());
            String etag = call.fresh() ? etag(call, wire) : null;
            if (expected != Outcome.PASSES && call.fresh() && !etag.equals(before)) {
                faults.add(row + ": somebody who was refused changed it");
                before = etag;
            }
            Wire.Request request = as(caller, call.request(etag), thing);
            Wire.Answer answer = wire.send(request);
            succeeded |= expected == Outcome.PASSES && answer.status() / 100 == 2;
            counted.merge(expected, 1, Integer::sum);
            String fault = inEarnest(row) && done && expected == Outcome.PASSES && late(answer)
                    ? problems.fault(answer)
                    : fault(row, call, expected, answer, request, wire);
            done |= succeeded;
            if (fault == null && !fits(answer, expected, thing)) {
                fault = "tells what it refuses to show";
            }
            if (fault != null) {
                faults.add(row + " by " + caller + ": expected " + expected + ", " + fault + ": " + answer);
            }
        }
        if (inEarnest(row) && !succeeded) {
            faults.add(row + ": nobody succeeded");
        }
    }

    /** Whether somebody must succeed: where that is the usual answer. */
    private static boolean inEarnest(Row row) {
        return row.passes().stream()
                .findFirst()
                .filter(status -> status / 100 == 2)
                .isPresent();
    }

    /** Whoever may do it too, after it was done: told what has changed or what is left for them, neither refused nor blind. */
    private static boolean late(Wire.Answer answer) {
        return answer.status() == 409
                || answer.status() == 412
                || answer.status() == 403 && answer.json().path("type").asText().equals("/problems/act-not-yours");
    }

    private Wire.Request as(Caller caller, Wire.Request request, Map<String, String> thing) {
        Wire.Request sent = request.header("X-Forwarded-For", Tracking.address());
        return switch (caller.who()) {
            case NOBODY -> sent;
            case COOKIE -> sent.header("Cookie", "motcua_tracking=" + thing.getOrDefault("cookie", strangersCookie));
            case COOKIE_OF_ANOTHER -> sent.header("Cookie", "motcua_tracking=" + strangersCookie);
            default -> sent.token(callers.token(caller.who(), caller.relation()));
        };
    }

    /** Null where the answer is what the table says. */
    private static String fault(
            Row row, RefusalCall call, Outcome expected, Wire.Answer answer, Wire.Request request, Wire wire)
            throws IOException {
        String wrong = problems.fault(answer);
        if (wrong != null) {
            return wrong;
        }
        int status = answer.status();
        return switch (expected) {
            case UNAUTHENTICATED -> status == 401 ? null : "not 401";
            case FORBIDDEN -> status == 403 ? null : "not 403";
            case HIDDEN -> status == 404 ? null : "not 404";
            case PASSES ->
                !row.passes().contains(status)
                        ? "not through"
                        : call.shows() == null || status != 200 || shown(call, answer, request, wire)
                                ? null
                                : "not shown";
            case EMPTY ->
                !row.passes().contains(status) ? "not through" : shown(call, answer, request, wire) ? "shown" : null;
        };
    }

    private static boolean fits(Wire.Answer answer, Outcome expected, Map<String, String> thing) {
        String phone = thing.get("phone");
        return expected == Outcome.PASSES || phone == null || !answer.text().contains(phone);
    }

    /** On the page or on one of those that follow. */
    private static boolean shown(RefusalCall call, Wire.Answer first, Wire.Request request, Wire wire)
            throws IOException {
        Wire.Answer answer = first;
        for (int page = 0; page < PAGES && !answer.text().contains(call.shows()); page++) {
            String next = answer.json().path("next").asText("null");
            if (next.equals("null") || !request.target().contains("?")) {
                return false;
            }
            answer = wire.send(new Wire.Request(
                    request.method(), request.target() + "&after=" + next, request.headers(), request.body()));
        }
        return answer.text().contains(call.shows());
    }

    private static String etag(RefusalCall call, Wire wire) throws IOException {
        for (RefusalTable.Relation relation : RefusalTable.Relation.values()) {
            Wire.Answer seen =
                    wire.send(Wire.Request.of("GET", call.resource()).token(callers.token(Who.RECEPTION, relation)));
            if (seen.status() == 200) {
                return seen.header("etag");
            }
        }
        throw new AssertionError("nobody sees " + call.resource());
    }
}
