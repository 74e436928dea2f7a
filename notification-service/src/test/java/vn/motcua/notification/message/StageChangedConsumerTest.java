package vn.motcua.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StageChangedConsumerTest {

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private record Sent(UUID event, ObjectNode body) {}

    @Test
    void every_row_of_the_table_reaches_the_inbox_once_though_delivered_twice() {
        Map<UUID, String> expected = new LinkedHashMap<>();
        for (MessageTable.Row row : MessageTable.rows()) {
            for (Stage to : row.to()) {
                for (Stage from : Stage.values()) {
                    Story story = new Story().with(s -> condition(s, row.when()));
                    ObjectNode body = story.next(row.action(), from, to);
                    if (!row.fits(EventJson.read(body, StageChanged.class), null)) {
                        continue;
                    }
                    UUID event = UUID.randomUUID();
                    story.deliver(event, body);
                    story.deliver(event, body);
                    expected.put(event, row.template().key());
                    break;
                }
            }
        }
        assertThat(expected).hasSizeGreaterThan(MessageTable.rows().size());

        await().atMost(Service.SOON).until(() -> sentBy(expected.keySet()).size() >= expected.size());
        assertThat(sentBy(expected.keySet()))
                .containsExactlyInAnyOrderElementsOf(expected.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .toList());
    }

    /** The facts that make a row's condition hold. */
    private static void condition(ObjectNode state, When when) {
        state.put("originalsHeld", when == When.ORIGINALS_HELD);
        if (when == When.BEFORE_RECEIPT) {
            state.putNull("receivedAt").putNull("code").putNull("due").putNull("originalDue");
        }
    }

    private List<String> sentBy(java.util.Set<UUID> events) {
        return Sql.query(
                source,
                "select event_id || ' ' || template from message where event_id = any(?)",
                row -> row.getString(1),
                (Object) events.toArray(UUID[]::new));
    }

    @Test
    void every_committed_example_is_taken_also_with_an_unknown_field_and_a_refused_answer_sends_nothing() {
        Map<String, List<Contracts.Example>> byDossier = Contracts.examples("dossier.stage-changed").stream()
                .collect(Collectors.groupingBy(
                        Contracts.Example::key, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        byDossier.forEach((key, examples) -> {
            examples.sort(java.util.Comparator.comparingLong(
                    e -> e.data().get("sequence").asLong()));
            for (Contracts.Example example : examples) {
                ObjectNode data = example.data().deepCopy();
                data.put("fieldOfALaterVersion", "x");
                TestEvents.publish(
                        "dossier.stage-changed",
                        key,
                        example.headers().get("ce_type").asText(),
                        example.headers().get("ce_id").asText(),
                        data.toString());
            }
        });

        byDossier.forEach((key, examples) -> {
            // examples of one dossier may be alternatives with one sequence, whose messages have no order
            List<String> expected = examples.stream()
                    .map(e -> EventJson.read(e.data(), StageChanged.class))
                    .flatMap(change -> MessageTable.find(change).stream())
                    .map(row -> row.template().key())
                    .sorted()
                    .toList();
            await().atMost(Service.SOON)
                    .until(
                            () -> allTemplates(UUID.fromString(key)).stream()
                                    .sorted()
                                    .toList(),
                            expected::equals);
        });
    }

    private List<String> allTemplates(UUID dossier) {
        return Sql.query(
                source,
                "select template from message where dossier_id = ? order by sequence",
                row -> row.getString(1),
                dossier);
    }

    @Test
    void disorder_across_dossiers_and_repeats_end_in_the_same_state() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<List<Sent>> dossiers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Story story = new Story();
            List<Sent> changes = new ArrayList<>();
            changes.add(new Sent(UUID.randomUUID(), story.next(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED)));
            changes.add(new Sent(UUID.randomUUID(), story.next(Action.TRANSFER, Stage.RECEIVED, Stage.IN_PROCESS)));
            story.with(s -> s.put("resultId", UUID.randomUUID().toString()));
            changes.add(new Sent(UUID.randomUUID(), story.next(Action.DECIDE, Stage.IN_PROCESS, Stage.DECIDED)));
            dossiers.add(changes);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < dossiers.size(); i++) {
            order.addAll(Collections.nCopies(3, i));
        }
        Collections.shuffle(order, random);
        int[] told = new int[dossiers.size()];
        Story courier = new Story();
        for (int i : order) {
            Sent next = dossiers.get(i).get(told[i]++);
            courier.deliver(next.event(), next.body());
            Sent again = dossiers.get(i).get(random.nextInt(told[i]));
            courier.deliver(again.event(), again.body());
        }

        for (List<Sent> changes : dossiers) {
            UUID id = UUID.fromString(changes.get(0).body().get("dossierId").asText());
            await().alias("seed " + seed)
                    .atMost(Service.SOON)
                    .until(() -> Service.templates(id), List.of("received", "transferred", "result-ready")::equals);
            assertThat(Sql.query(
                            source,
                            "select d.sequence || d.stage || r.state || r.result_id from known_dossier d"
                                    + " join dossier_return r on r.dossier_id = d.id where d.id = ?",
                            row -> row.getString(1),
                            id))
                    .as("seed " + seed)
                    .containsExactly("3DECIDEDANNOUNCED"
                            + changes.get(2).body().get("resultId").asText());
        }
    }

    @Test
    void an_older_sequence_told_again_under_another_id_rolls_nothing_back() {
        Story story = new Story();
        ObjectNode first = story.next(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED);
        ObjectNode second = story.next(Action.TRANSFER, Stage.RECEIVED, Stage.IN_PROCESS);
        story.deliver(UUID.randomUUID(), second);
        story.deliver(UUID.randomUUID(), first);

        Service.awaitTemplates(story.id, "received", "transferred");
        assertThat(Sql.query(source, "select stage from known_dossier where id = ?", row -> row.getString(1), story.id))
                .containsExactly("IN_PROCESS");
    }

    @Test
    void a_procedure_not_yet_known_holds_its_dossier_and_no_other() {
        Story waits = new Story().with(s -> s.put("procedureCode", "2.999991")).received();
        Story goes = new Story().received();

        Service.awaitTemplates(goes.id, "received");
        await().atMost(Service.SOON).until(() -> parked(waits.id.toString()));
        Service.procedure("2.999991");
        Service.awaitTemplates(waits.id, "received");
    }

    @Test
    void a_poison_change_parks_its_dossier_and_later_ones_wait_behind_it() {
        Story story = new Story();
        ObjectNode poison =
                story.next(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED).put("stage", "NO_SUCH_STAGE");
        story.deliver(UUID.randomUUID(), poison);
        story.tell(Action.TRANSFER, Stage.RECEIVED, Stage.IN_PROCESS);
        Story other = new Story().received();

        Service.awaitTemplates(other.id, "received");
        await().atMost(Service.SOON).until(() -> parked(story.id.toString()));
        assertThat(allTemplates(story.id)).isEmpty();
        TestEvents.await("notification.dead-letters", r -> r.key().equals(story.id.toString()));
    }

    private static boolean parked(String key) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(TestTokens.service())
                .get("/api/notification/operations/parked-keys")
                .jsonPath()
                .getList("key")
                .contains(key);
    }

    @Test
    void the_message_is_kept_in_both_languages_with_the_officers_who_acted() {
        Story story = new Story().with(s -> s.put("language", "en")).received();

        Service.awaitTemplates(story.id, "received");
        Service.reception()
                .queryParam("dossier", story.id)
                .get("/api/notification/messages")
                .then()
                .statusCode(200)
                .body("items[0].language", org.hamcrest.Matchers.equalTo("en"))
                .body("items[0].title", org.hamcrest.Matchers.equalTo("Your dossier has been received"))
                .body("items[0].body", org.hamcrest.Matchers.containsString("Receiving officer: "))
                .body("items[0].tableVersion", org.hamcrest.Matchers.equalTo(MessageTable.VERSION));
        assertThat(Sql.query(
                        source, "select title_vi from message where dossier_id = ?", row -> row.getString(1), story.id))
                .containsExactly("Hồ sơ đã được tiếp nhận");
    }
}
