package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.notification.giveback.Returns.awaitState;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.giveback.CollectionReminders.Reached;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@QuarkusTest
class ReminderDaysResourceTest {
    private static final String PATH = "/api/notification/reminder-days/";

    @Inject
    CollectionReminders reminders;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private static String unit() {
        return "14-%05d-20250701".formatted(ThreadLocalRandom.current().nextInt(40_000, 99_999));
    }

    private static Response get(String role, String unit) {
        return Service.as(role, unit).get(PATH + unit);
    }

    private static Response set(RequestSpecification who, String unit, String etag, String days) {
        return (etag == null ? who : who.header("If-Match", etag))
                .body("{\"days\":[" + days + "]}")
                .put(PATH + unit);
    }

    @Test
    void a_unit_goes_by_the_setting_until_its_director_sets_its_own_and_every_revision_is_kept() {
        String unit = unit();
        get("reception", unit)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("days", contains(7, 15, 30))
                .body("own", equalTo(false))
                .body("officer", nullValue())
                .body("before", empty());

        set(Service.as("director", unit), unit, "\"1\"", "20, 3")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("days", contains(3, 20))
                .body("own", equalTo(true));
        set(Service.as("director", unit), unit, "\"2\"", "10").then().statusCode(200);
        JsonPath now = get("auditor", unit).jsonPath();
        assertThat(now.<Integer>getList("days")).containsExactly(10);
        assertThat(now.getString("officer")).isNotBlank();
        assertThat(now.<List<Integer>>getList("before.days")).containsExactly(List.of(3, 20));
        assertThat(now.getString("before[0].officer")).isNotBlank();
        assertThatThrownBy(() -> Sql.update(source, "delete from reminder_days where unit = ?", unit))
                .hasMessageContaining("never changes");
    }

    @Test
    void who_has_not_seen_the_newest_days_does_not_overwrite_them() {
        String unit = unit();
        set(Service.as("director", unit), unit, null, "5").then().statusCode(428);
        set(Service.as("director", unit), unit, "\"1\"", "5").then().statusCode(200);
        set(Service.as("director", unit), unit, "\"1\"", "9")
                .then()
                .statusCode(412)
                .body("etag", equalTo("\"2\""))
                .body("current.by", equalTo(get("director", unit).jsonPath().getString("officer")));
        assertThat(get("director", unit).jsonPath().<Integer>getList("days")).containsExactly(5);
    }

    @Test
    void only_the_director_of_the_unit_sets_them_and_only_days_that_make_sense() {
        String unit = unit();
        for (String role : new String[] {"reception", "specialist", "approver", "auditor"}) {
            set(Service.as(role, unit), unit, "\"1\"", "5").then().statusCode(403);
        }
        set(Service.as("director", Story.QUYNH_NHAI), unit, "\"1\"", "5").then().statusCode(403);
        Service.as("reception", Story.QUYNH_NHAI).get(PATH + unit).then().statusCode(403);
        get("specialist", unit).then().statusCode(403);
        for (String wrong : new String[] {"", "0", "-1", "366", "null", "7, 7", "1,2,3,4,5,6,7"}) {
            set(Service.as("director", unit), unit, "\"1\"", wrong).then().statusCode(400);
        }
        Service.as("director", unit).get(PATH + "nowhere").then().statusCode(400);
        get("director", unit).then().body("own", equalTo(false));
    }

    @Test
    void people_are_reminded_after_the_days_of_the_unit_where_it_lies() {
        String own = Story.QUYNH_NHAI;
        set(Service.as("director", own), own, get("director", own).header("ETag"), "3, 20")
                .then()
                .statusCode(200);
        Story there = new Story().with(s -> s.put("returningUnit", own)).decided(UUID.randomUUID());
        Story here = new Story().decided(UUID.randomUUID());
        awaitAnnounced(there, here);

        remind(4);
        assertThat(reminded(there)).isEqualTo(1);
        assertThat(reminded(here)).isZero();
        remind(8);
        assertThat(reminded(there)).isEqualTo(1);
        assertThat(reminded(here)).isEqualTo(1);
        remind(19);
        assertThat(reminded(there)).isEqualTo(1);
        remind(40);
        assertThat(reminded(there)).isEqualTo(2);
        assertThat(Sql.query(
                        source,
                        "select m.days from collection_reminder m join dossier_return r on r.id = m.return_id"
                                + " where r.dossier_id = ? order by m.days",
                        row -> row.getInt(1),
                        here.id))
                .as("several at once are one message, each of them noted")
                .containsExactly(7, 15, 30);
    }

    @Test
    void whom_no_text_can_be_written_to_yet_stands_before_nobody_and_is_tried_again() {
        Story stuck = new Story().decided(UUID.randomUUID());
        Story next = new Story().decided(UUID.randomUUID());
        awaitAnnounced(stuck, next);
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        announced(stuck, longAgo, unit()); // a unit without a name
        announced(next, longAgo.plusSeconds(1), Story.MUONG_SAI);
        Reached before = new Reached(longAgo.minusSeconds(1), new UUID(0, 0));

        Reached first = step(before);
        assertThat(first.announcedAt()).isEqualTo(longAgo);
        assertThat(reminded(stuck)).isZero();
        Reached second = step(first);
        assertThat(second.announcedAt()).isEqualTo(longAgo.plusSeconds(1));
        assertThat(reminded(next)).isEqualTo(1);
        assertThat(step(second)).as("the walk goes on or ends").isNotEqualTo(second);

        announced(stuck, longAgo, Story.MUONG_SAI);
        assertThat(step(before)).as("the next walk").isEqualTo(first);
        assertThat(reminded(stuck)).isEqualTo(1);
    }

    /** One look at the next that is due. */
    private Reached step(Reached after) {
        return QuarkusTransaction.requiringNew().call(() -> reminders.remind(clock.instant(), after, 1));
    }

    private void announced(Story story, Instant at, String unit) {
        Sql.update(
                source,
                "update dossier_return set announced_at = ?, unit = ? where dossier_id = ?",
                at,
                unit,
                story.id);
    }

    private static void awaitAnnounced(Story... stories) {
        for (Story story : stories) {
            awaitState(story.id, "ANNOUNCED", false);
        }
    }

    private static long reminded(Story story) {
        return Service.templates(story.id).stream()
                .filter("collect-reminder"::equals)
                .count();
    }

    /** A round as it would run so many days from now. */
    private void remind(int days) {
        QuarkusTransaction.requiringNew().run(() -> {
            Reached reached = Reached.NOTHING;
            do {
                reached = reminders.remind(clock.instant().plus(Duration.ofDays(days)), reached, 200);
            } while (!reached.equals(Reached.NOTHING));
        });
    }
}
