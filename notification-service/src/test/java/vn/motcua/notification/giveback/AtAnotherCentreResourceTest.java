package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.notification.giveback.Returns.*;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

@QuarkusTest
class AtAnotherCentreResourceTest {
    private static final String SEND_ON = "{\"action\":\"SEND_ON\"}";
    private static final String ARRIVE = "{\"action\":\"ARRIVE\"}";

    @Inject
    CollectionReminders reminders;

    @Inject
    Clock clock;

    @BeforeEach
    void names() {
        Service.ready();
    }

    /** Decided here, then the dossier names another centre to return it. */
    private static Story moved() {
        Story story = new Story().decided(UUID.randomUUID());
        awaitState(story.id, "ANNOUNCED", false);
        story.with(s -> s.put("returningUnit", Story.QUYNH_NHAI)).tell(Action.CORRECT, Stage.DECIDED);
        await().atMost(Service.SOON)
                .until(() -> Story.QUYNH_NHAI.equals(one(story.id).getString("unit")));
        return story;
    }

    private static Response there(Story story, String body) {
        return act(Service.as("reception", Story.QUYNH_NHAI), story.id, etag(story.id), body);
    }

    @Test
    void the_papers_go_to_the_other_centre_which_hands_them_over() {
        Story story = moved();
        Service.reception()
                .get(PATH + "/" + story.id)
                .then()
                .body("kept.liesAt", equalTo(Story.MUONG_SAI))
                .body("allowedActions", contains("SEND_ON"));
        Service.reception()
                .queryParam("unit", Story.MUONG_SAI)
                .get("/api/notification/shelf")
                .then()
                .body("sendOn.dossierId", hasItem(story.id.toString()));

        act(Service.reception(), story.id, etag(story.id), SEND_ON)
                .then()
                .statusCode(200)
                .body("state", equalTo("ON_THE_WAY"))
                .body("kept.liesAt", nullValue());
        there(story, TO_OWNER).then().statusCode(409).body("allowed", contains("ARRIVE"));
        act(Service.reception(), story.id, etag(story.id), ARRIVE).then().statusCode(403);
        there(story, ARRIVE)
                .then()
                .statusCode(200)
                .body("state", equalTo("ANNOUNCED"))
                .body("allowedActions", contains("HAND_OVER", "POST", "SHELVE"));
        there(story, TO_OWNER).then().statusCode(200);
        offer(story.id, 1);

        assertThat(told(story.id))
                .extracting(e -> e.data().get("act").asText())
                .containsExactly("OPENED", "ANNOUNCED", "SENT_ON", "ARRIVED", "HAND_OVER");
        told(story.id).forEach(event -> assertThat(Contracts.violations(ReturnProgressed.TOPIC, event.data()))
                .isEmpty());
        assertThat(told(story.id).get(2).data().at("/payload/to").asText()).isEqualTo(Story.QUYNH_NHAI);
        assertThat(told(story.id).get(2).data().get("unit").asText()).isEqualTo(Story.MUONG_SAI);
    }

    @Test
    void nobody_is_called_to_a_centre_where_the_papers_do_not_lie_yet_nor_are_they_on_its_shelf() {
        Story story = moved();
        assertThat(onTheShelfThere()).doesNotContain(story.id.toString());
        long there = countedThere();
        remind(8);
        assertThat(Service.templates(story.id)).doesNotContain("collect-reminder");

        act(Service.reception(), story.id, etag(story.id), SEND_ON).then().statusCode(200);
        there(story, ARRIVE).then().statusCode(200);
        assertThat(onTheShelfThere()).contains(story.id.toString());
        assertThat(countedThere()).isEqualTo(there + 1);
        remind(8);
        assertThat(Service.templates(story.id)).contains("collect-reminder");
    }

    private static JsonPath shelfThere() {
        return Service.as("reception", Story.QUYNH_NHAI)
                .queryParam("unit", Story.QUYNH_NHAI)
                .queryParam("limit", 100)
                .get("/api/notification/shelf")
                .jsonPath();
    }

    private static List<String> onTheShelfThere() {
        return shelfThere().getList("items.dossierId");
    }

    private static long countedThere() {
        return shelfThere().getList("ages.count", Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
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

    @Test
    void what_changes_its_centre_while_on_the_way_is_owed_to_the_newest_one() {
        Story story = moved();
        act(Service.reception(), story.id, etag(story.id), SEND_ON).then().statusCode(200);
        story.with(s -> s.put("returningUnit", Story.MUONG_SAI)).tell(Action.CORRECT, Stage.DECIDED);
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready", "corrected", "corrected");

        there(story, ARRIVE)
                .then()
                .statusCode(200)
                .body("unit", equalTo(Story.MUONG_SAI))
                .body("kept.liesAt", equalTo(Story.QUYNH_NHAI))
                .body("allowedActions", contains("SEND_ON"));
        there(story, SEND_ON).then().statusCode(200);
        act(Service.reception(), story.id, etag(story.id), ARRIVE)
                .then()
                .statusCode(200)
                .body("kept.liesAt", nullValue());
    }

    @Test
    void only_where_it_lies_is_it_sent_on_and_only_while_another_returns_it() {
        Story here = new Story().decided(UUID.randomUUID());
        awaitState(here.id, "ANNOUNCED", false);
        act(Service.reception(), here.id, etag(here.id), SEND_ON).then().statusCode(403);

        Story story = moved();
        there(story, SEND_ON).then().statusCode(403);
        there(story, TO_OWNER).then().statusCode(200);
        act(Service.reception(), story.id, etag(story.id), SEND_ON).then().statusCode(403);
    }
}
