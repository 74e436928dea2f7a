package vn.motcua.processing.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.processing.Sample.CASE_TOPIC;
import static vn.motcua.processing.Sample.SOON;
import static vn.motcua.processing.Sample.as;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.OutsideSystem;
import vn.motcua.devstack.OutsideSystem.Answer;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.Sample;

import java.util.List;
import java.util.UUID;

/** A department's own system at the real broker, by its own name and secret. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OnboardedSystemResourceTest {
    private static final String UNIT = "14-03685-20250701";
    private static final String OWN = "queue." + UNIT + ".economy";
    private static final String OTHERS = "queue.14-03712-20250701.office";
    private static final String SYSTEMS = "/api/processing/operations/systems";
    private static final String FIRST = "first-secret-of-the-department-0123456789";
    private static final String SECOND = "second-secret-of-the-department-012345678";

    @Inject
    Onboarding onboarding;

    @Inject
    AgroalDataSource source;

    private final String operator = TestTokens.service();

    @BeforeEach
    void onboarded() {
        Sample.catalogue();
        onboarding.onboard(UNIT, "economy");
        TestEvents.publish(OWN, "case", "vn.motcua.queue.changed.v1", UUID.randomUUID(), "{}");
        TestEvents.publish(OTHERS, "case", "vn.motcua.queue.changed.v1", UUID.randomUUID(), "{}");
    }

    @AfterEach
    void removed() {
        onboarding.remove(UNIT, "economy");
    }

    @Test
    void it_reads_its_own_topic_and_nothing_else_and_after_its_removal_not_even_that() {
        secret(FIRST).then().statusCode(200).body("secretAt", notNullValue()).body("groups", equalTo(OWN + "."));
        OutsideSystem system = new OutsideSystem(OWN, FIRST);
        awaitAnswer(Answer.ALLOWED, system);

        assertThat(system.sees()).containsExactly(OWN);
        assertThat(system.reads(OWN, "processing-service")).isEqualTo(Answer.REFUSED);
        assertThat(system.reads(OWN, OTHERS + ".x")).isEqualTo(Answer.REFUSED);
        for (String topic : List.of(OTHERS, CASE_TOPIC, "processing.dead-letters")) {
            assertThat(system.reads(topic, OWN + ".x")).as(topic).isEqualTo(Answer.REFUSED);
            assertThat(system.writes(topic)).as(topic).isEqualTo(Answer.REFUSED);
        }
        assertThat(system.writes(OWN)).isEqualTo(Answer.REFUSED);

        assertThat(system.readsOn(OWN, group(), () -> onboarding.remove(UNIT, "economy")))
                .as("a session that was open already")
                .isEqualTo(Answer.REFUSED);
        awaitAnswer(Answer.UNKNOWN, system);
        as(operator).get(SYSTEMS + "/" + OWN).then().statusCode(404);
    }

    @Test
    void onboarding_twice_changes_nothing_and_rotation_is_one_call() {
        secret(FIRST).then().statusCode(200);
        String etag = etag();
        onboarding.onboard(UNIT, "economy");
        assertThat(etag()).isEqualTo(etag);
        awaitAnswer(Answer.ALLOWED, new OutsideSystem(OWN, FIRST));

        secret(SECOND).then().statusCode(200);
        awaitAnswer(Answer.ALLOWED, new OutsideSystem(OWN, SECOND));
        assertThat(new OutsideSystem(OWN, FIRST).reads(OWN, group())).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void without_a_secret_nobody_gets_in_and_who_is_shut_out_gets_in_no_more_until_given_another() {
        assertThat(new OutsideSystem(OWN, FIRST).reads(OWN, group())).isEqualTo(Answer.UNKNOWN);
        secret(FIRST).then().statusCode(200);
        awaitAnswer(Answer.ALLOWED, new OutsideSystem(OWN, FIRST));
        as(operator)
                .header("If-Match", etag())
                .delete(SYSTEMS + "/" + OWN + "/secret")
                .then()
                .statusCode(200)
                .body("secretAt", nullValue());
        awaitAnswer(Answer.UNKNOWN, new OutsideSystem(OWN, FIRST));
        secret(SECOND).then().statusCode(200);
        awaitAnswer(Answer.ALLOWED, new OutsideSystem(OWN, SECOND));
    }

    @Test
    void a_secret_is_kept_nowhere_and_never_answered() {
        secret(FIRST).then().statusCode(200).body(not(org.hamcrest.Matchers.containsString(FIRST)));
        as(operator).get(SYSTEMS).then().statusCode(200).body(not(org.hamcrest.Matchers.containsString(FIRST)));
        String row = Sql.query(
                        source, "select row_to_json(s) from outside_system s where name = ?", r -> r.getString(1), OWN)
                .get(0);
        assertThat(row).doesNotContain(FIRST);
        assertThat(Sql.query(
                        source,
                        "select count(*) from idempotency where body like ?",
                        r -> r.getInt(1),
                        "%" + FIRST + "%"))
                .containsExactly(0);
    }

    @Test
    void what_does_not_fit_is_refused_and_changes_nothing() {
        String path = SYSTEMS + "/" + OWN + "/secret";
        put(path, FIRST, null).then().statusCode(428);
        put(path, FIRST, "\"77\"").then().statusCode(412);
        for (String weak : new String[] {"short", "with space 0123456789012345678901234", "a".repeat(129)}) {
            put(path, weak, etag()).then().statusCode(400).body(not(org.hamcrest.Matchers.containsString(weak)));
        }
        put(SYSTEMS + "/queue.nobody/secret", FIRST, "\"1\"")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/outside-system-not-found"));
        as(TestTokens.officer("director", UNIT)).get(SYSTEMS).then().statusCode(403);
        assertThat(etag()).isEqualTo("\"1\"");
    }

    private void awaitAnswer(Answer answer, OutsideSystem system) {
        await().atMost(SOON).until(() -> system.reads(OWN, group()) == answer);
    }

    /** A new one reads from the beginning. */
    private static String group() {
        return OWN + "." + UUID.randomUUID();
    }

    private String etag() {
        return as(operator).get(SYSTEMS + "/" + OWN).header("ETag");
    }

    private Response secret(String secret) {
        return put(SYSTEMS + "/" + OWN + "/secret", secret, etag());
    }

    private Response put(String path, String secret, String ifMatch) {
        RequestSpecification request =
                as(operator).contentType("application/json").body("{\"secret\":\"" + secret + "\"}");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(path);
    }
}
