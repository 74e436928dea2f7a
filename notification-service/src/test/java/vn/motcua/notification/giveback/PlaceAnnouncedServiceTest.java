package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.notification.giveback.Returns.*;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Timers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

@QuarkusTest
class PlaceAnnouncedServiceTest {
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    PlaceAnnounced task;

    @Inject
    Timers timers;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private static Story electronic() {
        return new Story().with(s -> s.put("returnMode", "ELECTRONIC").put("originalsHeld", false));
    }

    /** As a service left it that knew no placing: announced, and nothing has changed since. */
    private Story before(Story story, String state) {
        story.decided(UUID.randomUUID());
        await().atMost(Service.SOON)
                .until(() -> one(story.id).getString("state"), each -> each != null && !"WAITING".equals(each));
        Sql.update(
                source,
                "update dossier_return set state = ?, pending = null, state_before = null where dossier_id = ?",
                state,
                story.id);
        return story;
    }

    private static long placed(Story story) {
        return told(story.id).stream()
                .filter(each -> "PLACED".equals(each.data().get("act").asText()))
                .count();
    }

    @Test
    void what_was_announced_before_is_placed_once_and_offered_to_its_dossier() {
        Story announced = before(electronic(), "ANNOUNCED");
        Story shelved = before(electronic(), "ON_SHELF");
        timers.ensure(PlaceAnnounced.TASK, FIRST.toString(), clock.instant());
        awaitState(announced.id, "PLACED", true);
        awaitState(shelved.id, "PLACED", true);
        await().atMost(Service.SOON).until(() -> placed(announced) == 2);

        QuarkusTransaction.requiringNew().run(() -> task.fire(FIRST.toString()));
        assertThat(placed(announced))
                .as("once by its decision, once by the task")
                .isEqualTo(2);
        assertThat(told(announced.id))
                .allSatisfy(event -> assertThat(Contracts.violations(ReturnProgressed.TOPIC, event.data()))
                        .isEmpty());
        announced.answer(offer(announced.id, "PLACED", 2), true, null);
        awaitState(announced.id, "PLACED", false);
        Service.awaitTemplates(announced.id, "received", "transferred", "result-ready", "returned");
    }

    @Test
    void what_is_not_to_lie_in_the_inbox_stays_where_it_is() {
        Story refused = electronic().decided(UUID.randomUUID());
        refused.answer(offer(refused.id, "PLACED", 1), false, "FEES_SETTLED");
        awaitState(refused.id, "ANNOUNCED", false);
        List<Story> others = List.of(
                before(electronic().with(s -> s.put("feesOpen", true)), "ANNOUNCED"),
                before(electronic().with(s -> s.put("originalsHeld", true)), "ANNOUNCED"),
                before(new Story(), "ANNOUNCED"),
                before(electronic(), "POSTED"));
        QuarkusTransaction.requiringNew().run(() -> task.fire(FIRST.toString()));

        assertThat(Stream.concat(Stream.of(refused), others.stream())
                        .map(story -> one(story.id).getString("state")))
                .containsExactly("ANNOUNCED", "ANNOUNCED", "ANNOUNCED", "ANNOUNCED", "POSTED");
    }

    @Test
    void it_goes_through_in_batches_each_of_which_sets_the_next() {
        List<UUID> three = Stream.generate(() -> before(electronic(), "ANNOUNCED").id)
                .limit(3)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> task.batch(FIRST, 1));
        three.forEach(each -> awaitState(each, "PLACED", true));
        await().atMost(Service.SOON)
                .until(
                        () -> Sql.query(
                                source,
                                "select count(*) from scheduled_tasks where task_name = ?",
                                row -> row.getLong(1),
                                PlaceAnnounced.TASK),
                        List.of(0L)::equals);
    }

    @Test
    void the_migration_sets_the_timer_of_this_task() throws IOException {
        String file = "/db/migration/V58__place_what_was_announced_before.sql";
        try (InputStream migration = getClass().getResourceAsStream(file)) {
            assertThat(new String(migration.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("'" + PlaceAnnounced.TASK + "', '" + FIRST + "'");
        }
    }
}
