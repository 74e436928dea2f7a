package vn.motcua.processing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.opinion.Communes.SPECIALIST;
import static vn.motcua.processing.opinion.Communes.answer;
import static vn.motcua.processing.opinion.Communes.ask;
import static vn.motcua.processing.opinion.Communes.held;
import static vn.motcua.processing.opinion.Communes.ofCase;
import static vn.motcua.processing.opinion.Communes.owed;
import static vn.motcua.processing.opinion.Communes.propose;
import static vn.motcua.processing.opinion.Communes.raised;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;
import vn.motcua.processing.Watched;
import vn.motcua.processing.unit.Units;

/** What becomes of a question that nobody answers by its date. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SilenceResourceTest {
    @Inject
    MovableClock clock;

    @Inject
    AgroalDataSource source;

    @Inject
    Units units;

    private final String neighbour = TestTokens.officer("specialist", OTHER_UNIT);

    @BeforeEach
    void monday() {
        Communes.known(units);
        clock.setLegal("2026-11-23T15:30");
    }

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void silence_is_told_to_those_who_asked_and_is_no_answer_until_they_decide_with_a_reason() {
        Sample sample = held("2026-12-11T10:00:00Z");
        ask(sample, OTHER_UNIT).then().statusCode(200);
        go("2026-11-27T15:30");
        assertThat(raised(sample)).doesNotContain("OPINION_SILENT");
        sample.claim(SPECIALIST);
        go("2026-11-27T15:31");
        await().atMost(Sample.SOON).until(() -> raised(sample).contains("OPINION_SILENT"));
        assertThat(sample.awaitAct("ESCALATED").data().at("/payload/kind").asText())
                .isEqualTo("OPINION_SILENT");
        JsonNode mine = ofCase(sample).get(0);
        assertThat(mine.get("state").asText()).isEqualTo("OPEN");
        assertThat(mine.get("late").asBoolean()).isTrue();
        long fence = sample.read(SPECIALIST).at("/holder/fence").asLong();
        sample.examine(SPECIALIST, fence).then().statusCode(200);
        String result = sample.upload(SPECIALIST, fence);
        propose(sample, fence, result, "null").then().statusCode(422).body("type", equalTo("/problems/note-missing"));
        propose(sample, fence, result, "\"Người yêu cầu đã cam đoan bằng văn bản\"")
                .then()
                .statusCode(200);
        await().atMost(Sample.SOON).until(() -> !raised(sample).contains("OPINION_SILENT"));
        answer(neighbour, owed(sample, OTHER_UNIT), "CONFIRMED", "Xác nhận")
                .then()
                .statusCode(200)
                .body("late", equalTo(true));
    }

    @Test
    void a_late_answer_ends_what_was_raised() {
        Sample sample = held("2026-12-11T10:00:00Z");
        ask(sample, OTHER_UNIT).then().statusCode(200);
        go("2026-11-27T15:31");
        await().atMost(Sample.SOON).until(() -> raised(sample).contains("OPINION_SILENT"));
        answer(neighbour, owed(sample, OTHER_UNIT), "CONFIRMED", "Xác nhận")
                .then()
                .statusCode(200);
        assertThat(raised(sample)).doesNotContain("OPINION_SILENT");
    }

    private void go(String legal) {
        Watched.go(source, clock, legal);
    }
}
