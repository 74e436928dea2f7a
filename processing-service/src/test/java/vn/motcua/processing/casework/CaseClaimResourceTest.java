package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.token;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.TestEvents.Received;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@QuarkusTest
class CaseClaimResourceTest {
    private static final String CLAIM = "{\"action\":\"CLAIM\"}";

    @Inject
    MovableClock clock;

    private final String specialist = token("specialist");
    private final String approver = token("approver");
    private final String director = token("director");

    @BeforeEach
    void monday() {
        Sample.catalogue();
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void a_lease_that_ran_out_while_an_act_awaited_its_answer_ends_with_the_answer() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(
                        specialist,
                        ("{\"action\":\"ASK_EXTENSION\",\"fence\":%d,\"newDue\":\"2026-12-02T10:00:00Z\","
                                        + "\"reasonCode\":\"VERIFICATION_NEEDED\"}")
                                .formatted(fence))
                .then()
                .statusCode(200);
        sample.act(director, "{\"action\":\"EXTEND\"}").then().statusCode(200);
        UUID extend = sample.awaitAct("EXTEND").id();
        clock.advance(Duration.ofHours(5));
        assertThat(sample.read(specialist).get("state").asText()).isEqualTo("CLAIMED");
        sample.due("2026-12-02T10:00:00Z").applied(extend, "IN_PROCESS", "EXTEND");
        sample.awaitSeen(specialist, seen -> seen.get("state").asText().equals("OPEN"));
    }

    @Test
    void of_sixteen_claims_at_once_one_wins_and_the_others_are_told_who_holds_the_case() throws Exception {
        Sample sample = Sample.opened(BIRTH);
        String etag = sample.get(specialist).header("ETag");
        List<Callable<Response>> claims = IntStream.range(0, 16)
                .mapToObj(i -> (Callable<Response>) () -> sample.act(
                        officer("officer-" + i), CLAIM, etag, UUID.randomUUID().toString()))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Response> answers = pool.invokeAll(claims).stream()
                    .map(f -> {
                        try {
                            return f.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(answers).filteredOn(r -> r.statusCode() == 200).hasSize(1);
            String winner = answers.stream()
                    .filter(r -> r.statusCode() == 200)
                    .findFirst()
                    .orElseThrow()
                    .path("holder.name");
            assertThat(answers)
                    .filteredOn(r -> r.statusCode() != 200)
                    .hasSize(15)
                    .allSatisfy(lost -> lost.then()
                            .statusCode(409)
                            .body("type", equalTo("/problems/case-held"))
                            .body("held.by", equalTo(winner))
                            .body("held.since", notNullValue())
                            .body("held.until", notNullValue()));
        } finally {
            pool.shutdownNow();
        }
        sample.awaitAct("CLAIMED");
        assertThat(sample.acts()).containsExactly("OPENED", "CLAIMED");
    }

    @Test
    void an_approver_claims_only_what_one_hand_may_do() {
        Sample sample = Sample.opened(BIRTH);
        sample.act(approver, CLAIM).then().statusCode(409).body("type", equalTo("/problems/single-hand-only"));
    }

    @Test
    void a_lease_that_runs_out_gives_the_case_back_and_the_old_number_is_refused() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        assertThat(sample.awaitAct("CLAIMED").data().path("holder").asText()).isNotBlank();
        clock.advance(Duration.ofHours(4).plusSeconds(1));
        assertThat(sample.awaitAct("RELEASED").data().has("holder")).isFalse();
        assertThat(sample.awaitAct("RELEASED").data().at("/actor/role").asText())
                .isEqualTo("clock");
        sample.act(specialist, "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(fence))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/case-not-held"));
        String second = officer("second");
        long newer = sample.claim(second);
        assertThat(newer).isGreaterThan(fence);
        sample.act(specialist, supplement(fence, BIRTH + "-01"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"))
                .body("held.by", equalTo("Cán bộ second"))
                .body("held.since", notNullValue());
        sample.act(second, supplement(fence, BIRTH + "-01"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"));
    }

    @Test
    void a_claim_is_renewed_by_its_holder_under_the_same_number() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        clock.advance(Duration.ofHours(3));
        sample.act(specialist, "{\"action\":\"CLAIM\",\"fence\":%d}".formatted(fence))
                .then()
                .statusCode(200)
                .body("holder.fence", equalTo((int) fence));
        clock.advance(Duration.ofHours(2));
        sample.propose(specialist, fence).then().statusCode(200);
        assertThat(sample.acts()).doesNotContain("RELEASED");
    }

    @Test
    void the_holder_of_another_department_takes_what_was_handed_on() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        String handOn = "{\"action\":\"HAND_ON\",\"fence\":%d,\"toDepartment\":\"%s\"}";
        sample.act(specialist, handOn.formatted(fence, "unrouted"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-department"));
        String etag = sample.get(specialist).header("ETag");
        sample.act(
                        specialist,
                        handOn.formatted(fence, "economy"),
                        etag,
                        UUID.randomUUID().toString())
                .then()
                .statusCode(200)
                .body("department", equalTo("economy"))
                .body("state", equalTo("OPEN"));
        Received handed = sample.awaitAct("HANDED_ON");
        assertThat(handed.data().at("/payload/fromDepartment").asText()).isEqualTo("office");
        sample.get(specialist).then().statusCode(404);
        sample.claim(TestTokens.officer("specialist", UNIT, "economy"));
    }

    @Test
    void a_director_reassigns_and_the_former_holder_is_told() {
        Sample sample = Sample.opened(BIRTH);
        long fence = sample.claim(specialist);
        sample.act(director, "{\"action\":\"REASSIGN\",\"assignee\":\"third\",\"assigneeName\":\"Lò Thị Ba\"}")
                .then()
                .statusCode(200)
                .body("holder.name", equalTo("Lò Thị Ba"))
                .body("holder.mine", equalTo(false))
                .body("holder.fence", equalTo(null));
        sample.act(specialist, "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(fence))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fence-stale"));
        long newFence = sample.read(officer("third")).at("/holder/fence").asLong();
        sample.act(officer("third"), "{\"action\":\"RELEASE\",\"fence\":%d}".formatted(newFence))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    private static String supplement(long fence, String component) {
        return ("{\"action\":\"ASK_SUPPLEMENT\",\"fence\":%d,\"reasonCode\":\"PAPERS_INCOMPLETE\","
                        + "\"items\":[{\"component\":\"%s\",\"reasonCode\":\"PAPER_MISSING\"}]}")
                .formatted(fence, component);
    }

    private static String officer(String subject) {
        return TestTokens.builder()
                .subject(subject)
                .roles("specialist")
                .units(UNIT)
                .department("office")
                .name("Cán bộ " + subject)
                .title("Công chức")
                .token();
    }
}
