package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.notification.giveback.Returns.*;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@QuarkusTest
class ShelfResourceTest {
    private static final String SHELF = "/api/notification/shelf";

    @Inject
    CollectionReminders reminders;

    @Inject
    Clock clock;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private static Story ready() {
        Story story = new Story().decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        return story;
    }

    private static void lay(Story story, String place) {
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"SHELVE\",\"place\":\"" + place + "\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ON_SHELF"))
                .body("kept.place", equalTo(place));
    }

    private static RequestSpecification at(String place) {
        return Service.reception().queryParam("unit", Story.MUONG_SAI).queryParam("place", place);
    }

    @Test
    void what_lies_on_the_shelf_is_found_by_the_beginning_of_its_place_and_may_be_moved() {
        String rack = "K" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        Story first = ready();
        Story second = ready();
        lay(first, rack + "-1");
        lay(second, rack + "-2");

        at(rack).get(SHELF)
                .then()
                .statusCode(200)
                .body("items.dossierId", contains(first.id.toString(), second.id.toString()))
                .body("items.code", contains(first.code, second.code))
                .body("items[0].days", equalTo(0));
        lay(first, rack + "-3");
        act(Service.reception(), first.id, etag(first.id), "{\"action\":\"SHELVE\"}")
                .then()
                .statusCode(200)
                .body("kept.place", equalTo(rack + "-3"));
        act(Service.reception(), first.id, etag(first.id), TO_OWNER).then().statusCode(200);
        at(rack).get(SHELF).then().body("items.dossierId", contains(second.id.toString()));
        String label =
                Service.reception().get(SHELF + "/" + second.id + "/label").asString();
        assertThat(label).contains(rack + "-2", second.code).doesNotContain("null", "{t.");
    }

    @Test
    void the_report_counts_by_age_pages_by_key_and_prints() {
        Story story = ready();
        JsonPath page = Service.reception()
                .queryParam("unit", Story.MUONG_SAI)
                .queryParam("limit", 1)
                .get(SHELF)
                .jsonPath();
        assertThat(page.<Integer>getList("ages.fromDays")).containsExactly(0, 8, 16, 31, 91);
        assertThat(page.<Integer>getList("ages.toDays")).containsExactly(7, 15, 30, 90, null);
        assertThat(page.getInt("ages[0].count")).isPositive();

        List<String> all = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request =
                    Service.reception().queryParam("unit", Story.MUONG_SAI).queryParam("limit", 50);
            JsonPath next = (after == null ? request : request.queryParam("after", after))
                    .get(SHELF)
                    .jsonPath();
            all.addAll(next.getList("items.dossierId"));
            after = next.getString("next");
        } while (after != null);
        assertThat(all).doesNotHaveDuplicates().contains(story.id.toString());

        String paper = Service.as("director", Story.MUONG_SAI)
                .queryParam("unit", Story.MUONG_SAI)
                .get(SHELF + "/page")
                .asString();
        assertThat(paper)
                .contains("Kết quả chờ người dân đến nhận", "Xã Mường Sại", "từ 91 trở lên")
                .doesNotContain("null", "{t.");
    }

    @Test
    void a_shelf_is_its_units_own() {
        Story story = ready();
        Service.as("reception", Story.QUYNH_NHAI)
                .queryParam("unit", Story.MUONG_SAI)
                .get(SHELF)
                .then()
                .statusCode(403);
        Service.as("reception", Story.QUYNH_NHAI)
                .get(SHELF + "/" + story.id + "/label")
                .then()
                .statusCode(404);
        Service.as("specialist", Story.MUONG_SAI)
                .queryParam("unit", Story.MUONG_SAI)
                .get(SHELF)
                .then()
                .statusCode(403);
        for (String place : List.of("k 1", "%", "K".repeat(21))) {
            at(place).get(SHELF).then().statusCode(400);
        }
        act(Service.reception(), story.id, etag(story.id), "{\"action\":\"SHELVE\",\"place\":\"kệ 1\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void nobody_coming_is_reminded_after_each_number_of_days_once_and_never_after_the_return() {
        Story waits = ready();
        Story returned = ready();
        Story byPost = new Story().with(s -> s.put("returnMode", "POST")).decided(UUID.randomUUID());
        awaitState(byPost.id, "ANNOUNCED", false);
        act(Service.reception(), returned.id, etag(returned.id), TO_OWNER)
                .then()
                .statusCode(200);

        remind(6);
        assertThat(Service.templates(waits.id)).doesNotContain("collect-reminder");
        remind(8);
        remind(9);
        assertThat(Service.templates(waits.id))
                .containsExactly("received", "transferred", "result-ready", "collect-reminder");
        remind(40);
        remind(90);
        assertThat(Service.templates(waits.id))
                .filteredOn("collect-reminder"::equals)
                .hasSize(2);
        assertThat(Service.templates(returned.id)).doesNotContain("collect-reminder");
        assertThat(Service.templates(byPost.id)).doesNotContain("collect-reminder");
    }

    /** A round as it would run so many days from now. */
    private void remind(int days) {
        QuarkusTransaction.requiringNew().run(() -> {
            CollectionReminders.Reached reached = CollectionReminders.Reached.NOTHING;
            do {
                reached = reminders.remind(clock.instant().plus(Duration.ofDays(days)), reached, 200);
            } while (!reached.equals(CollectionReminders.Reached.NOTHING));
        });
    }
}
