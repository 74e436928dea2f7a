package vn.motcua.notification.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static vn.motcua.notification.satisfaction.Asking.*;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Answers of a unit in groups: how long they count, and the low marks among them. */
@QuarkusTest
class FollowUpResourceTest {
    @Inject
    AgroalDataSource source;

    @Inject
    Surveys surveys;

    @Inject
    Satisfaction satisfaction;

    @Inject
    Clock clock;

    @BeforeEach
    void names() {
        Service.ready();
    }

    @Test
    void figures_go_back_twelve_whole_months_and_a_group_leaves_them_as_a_whole() {
        String unit = unit();
        ZonedDateTime month =
                clock.instant().atZone(LegalTime.ZONE).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
        for (int i = 0; i < 4; i++) {
            said(unit, 1, month.minusMonths(14).toInstant());
        }
        said(unit, 1, month.minusMonths(12).minusSeconds(1).toInstant());
        figures(unit).then().body("all.answers", equalTo(0)).body("procedures", empty());
        // the first of them came before, the group was full within
        for (int i = 0; i < 4; i++) {
            said(unit, 5, month.minusMonths(13).toInstant());
        }
        said(unit, 5, month.minusMonths(12).toInstant());
        figures(unit)
                .then()
                .body("all.answers", equalTo(5))
                .body("all.mean", equalTo(5.0f))
                .body("procedures[0].figure.answers", equalTo(5));
    }

    @Test
    void a_low_mark_is_looked_into_with_its_group_from_the_next_day_on_by_the_director_alone() {
        String unit = unit();
        assertThat(send(token(open(returned(source, unit))), "2", "Chờ rất lâu").statusCode())
                .isEqualTo(303);
        for (int i = 0; i < 3; i++) {
            said(unit, 5);
        }
        Sql.update(source, "update survey_follow_up set opens_at = opens_at - interval '9 days' where unit = ?", unit);
        assertThat(waiting(unit).getList("items")).as("four are no group").isEmpty();
        String early = Sql.query(
                        source, "select answer_id from survey_follow_up where unit = ?", row -> row.getString(1), unit)
                .get(0);
        acknowledge(Service.as("director", unit), early, "\"1\"").then().statusCode(404);
        said(unit, 1);
        assertThat(waiting(unit).getList("items")).as("on the day of the fifth").isEmpty();
        assertThat(Sql.query(
                        source,
                        "select distinct opens_at from survey_follow_up where unit = ?",
                        row -> row.getString(1),
                        unit))
                .as("the first opens with the fifth")
                .hasSize(1);
        Sql.update(source, "update survey_follow_up set opens_at = opens_at - interval '2 days' where unit = ?", unit);

        JsonPath waiting = waiting(unit);
        assertThat(waiting.<Integer>getList("items.mark")).containsExactlyInAnyOrder(1, 2);
        assertThat(waiting.<String>getList("items.id")).isSorted();
        assertThat(waiting.<String>getList("items.words")).containsExactlyInAnyOrder("Chờ rất lâu", null);
        assertThat(waiting.<Map<String, Object>>getList("items"))
                .noneMatch(each -> each.containsKey("opensAt") || each.containsKey("at"));
        JsonPath first = waiting(unit, "limit", "1");
        JsonPath second = waiting(unit, "after", first.getString("next"));
        assertThat(first.getString("items[0].id")).isNotEqualTo(second.getString("items[0].id"));
        assertThat(second.getString("next")).isNull();
        String id = waiting.getString("items[0].id");
        for (String role : new String[] {"reception", "specialist", "approver", "auditor"}) {
            Service.as(role, unit)
                    .queryParam("unit", unit)
                    .get(PATH + "/follow-ups")
                    .then()
                    .statusCode(403);
        }
        acknowledge(Service.as("director", unit), id, null).then().statusCode(428);
        acknowledge(Service.as("director", Story.QUYNH_NHAI), id, "\"1\"")
                .then()
                .statusCode(404);
        acknowledge(Service.as("director", unit), id, "\"1\"")
                .then()
                .statusCode(200)
                .body("measure", equalTo("TALKED_TO_STAFF"))
                .body("revision", equalTo(2))
                .body("$", not(hasKey("words")))
                .body("$", not(hasKey("mark")));
        acknowledge(Service.as("director", unit), id, "\"1\"").then().statusCode(412);
        acknowledge(Service.as("director", unit), id, "\"2\"").then().statusCode(412);
    }

    @Test
    void a_low_mark_tells_the_month_of_its_group_and_not_the_one_in_which_it_came() {
        String unit = unit();
        Instant month = clock.instant()
                .atZone(LegalTime.ZONE)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        said(unit, 1, month.minusSeconds(1));
        for (int i = 0; i < 4; i++) {
            said(unit, 5, month);
        }
        Sql.update(source, "update survey_follow_up set opens_at = opens_at - interval '40 days' where unit = ?", unit);
        assertThat(waiting(unit).<String>getList("items.month"))
                .containsExactly(YearMonth.from(month.atZone(LegalTime.ZONE)).toString());
    }

    @Test
    void what_is_shown_of_a_unit_grows_by_five_answers_at_least_and_no_procedure_leaves_less_than_five_to_the_others() {
        String unit = unit();
        Random random = new Random(49);
        Set<String> grew = new HashSet<>();
        Map<String, Long> before = new HashMap<>();
        for (int i = 0; i < 70; i++) {
            say(unit, random, i);
            Satisfaction.View view = satisfaction.of(unit);
            Map<String, Long> now = shown(view);
            now.forEach((what, answers) -> {
                long more = answers - before.getOrDefault(what, 0L);
                assertThat(more).as(what).isNotIn(1L, 2L, 3L, 4L).isNotNegative();
                if (before.containsKey(what) && more > 0) {
                    grew.add(what);
                }
            });
            before.putAll(now);
            long ofProcedures = view.procedures().stream()
                    .mapToLong(each -> each.figure().answers())
                    .sum();
            assertThat((view.all().answers() - ofProcedures) % Groups.TOGETHER).isZero();
        }
        assertThat(grew).contains("unit", "1.004873", "step 1", "SLOW", "tablet");
        assertThat(Sql.query(
                        source,
                        "select count(*) from survey_answer where unit = ? and not in_unit",
                        row -> row.getLong(1),
                        unit))
                .allMatch(waiting -> waiting < Groups.PATIENCE);
    }

    /** Marks of some steps, some reasons, by some way, of procedures of which one is frequent. */
    private void say(String unit, Random random, int i) {
        List<Integer> steps = new ArrayList<>();
        for (int step = 1; step <= Answer.STEPS; step++) {
            steps.add(random.nextInt(step + 1) == 0 ? 1 + random.nextInt(5) : null);
        }
        Set<Reason> reasons = random.nextInt(3) == 0 ? Set.of(Reason.SLOW, Reason.LONG_WAIT) : Set.of(Reason.FAST);
        String procedure = random.nextInt(3) == 0 ? "2.00081" + random.nextInt(4) : "1.004873";
        Surveys.Asked asked = new Surveys.Asked(UUID.randomUUID(), unit, procedure, false);
        Answer answer = new Answer(1 + random.nextInt(5), steps, reasons, null);
        QuarkusTransaction.requiringNew()
                .run(() -> surveys.keep(asked, i % 3 == 0 ? Way.TABLET : Way.PERSON, answer, clock.instant()));
    }

    private static Map<String, Long> shown(Satisfaction.View view) {
        Map<String, Long> shown = new HashMap<>();
        shown.put("unit", view.all().answers());
        shown.put("tablet", view.onTablet());
        view.procedures()
                .forEach(each -> shown.put(each.procedureCode(), each.figure().answers()));
        view.steps().forEach(each -> shown.put("step " + each.step(), each.answers()));
        view.reasons().forEach(each -> shown.put(each.reason().name(), each.answers()));
        return shown;
    }

    private static JsonPath waiting(String unit, String... more) {
        RequestSpecification request = Service.as("director", unit).queryParam("unit", unit);
        return (more.length == 0 ? request : request.queryParam(more[0], more[1]))
                .get(PATH + "/follow-ups")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** An answer of somebody whose return is told of elsewhere. */
    private void said(String unit, int mark) {
        said(unit, mark, clock.instant());
    }

    private void said(String unit, int mark, Instant at) {
        Answer answer = new Answer(mark, Arrays.asList(null, null, null, null, null), Set.of(), null);
        Surveys.Asked asked = new Surveys.Asked(UUID.randomUUID(), unit, "2.000815", false);
        QuarkusTransaction.requiringNew().run(() -> surveys.keep(asked, Way.PERSON, answer, at));
    }

    private static Response acknowledge(RequestSpecification who, String id, String etag) {
        RequestSpecification request =
                who.header("Idempotency-Key", UUID.randomUUID().toString()).body("{\"measure\":\"TALKED_TO_STAFF\"}");
        return (etag == null ? request : request.header("If-Match", etag))
                .post(PATH + "/follow-ups/" + id + "/acknowledgement");
    }
}
