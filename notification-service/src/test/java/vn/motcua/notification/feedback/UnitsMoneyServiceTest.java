package vn.motcua.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.delivery.FakeWay;
import vn.motcua.notification.delivery.FeedbackWishes;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.message.FeedbackMessages;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What strangers can make a unit pay for. */
@QuarkusTest
class UnitsMoneyServiceTest {

    @Inject
    AgroalDataSource source;

    @Inject
    FeedbackWishes wishes;

    @Inject
    Feedbacks feedbacks;

    @Inject
    PersonsWish wish;

    @Inject
    ContactLoad load;

    @Inject
    FeedbackMessages messages;

    @Inject
    MeterRegistry meters;

    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void begin() {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
    }

    @Test
    void strangers_spend_a_units_money_on_so_many_acknowledgements_a_day_and_no_more() {
        Flow flow =
                new Flow(source, clock, receipts -> List.of(new FakeWay(SMS), new FakeWay(EMAIL)), Map.of(), wishes);
        TellPerson tell = new TellPerson(wish, load, messages.by(flow.outside, flow.open, clock), meters, 2);
        double before = untold();
        List<String> phones = List.of(id("SMS", phone()), id("SMS", phone()), id("SMS", phone()));
        String letter = id("EMAIL", "vui5@example.vn");
        String tomorrow = id("SMS", phone());
        for (String id : List.of(phones.get(0), phones.get(1), phones.get(2), letter, tomorrow)) {
            Sql.update(source, "delete from message where feedback_id = ?", UUID.fromString(id));
        }
        Sql.update(source, "delete from contact_load");

        phones.forEach(id -> acknowledge(tell, id));
        acknowledge(tell, letter);
        assertThat(phones.stream().map(this::told))
                .containsExactly(List.of("feedback-received"), List.of("feedback-received"), List.of());
        assertThat(told(letter)).as("a letter costs the unit nothing").containsExactly("feedback-received");
        assertThat(untold() - before).isEqualTo(1);
        Hotline.answered(phones.get(2));
        assertThat(told(phones.get(2))).as("what the house does is told").containsExactly("feedback-answered");
        Sql.update(source, "update contact_load set day = day - 1");
        acknowledge(tell, tomorrow);
        assertThat(told(tomorrow)).as("the next day").containsExactly("feedback-received");
    }

    private static String phone() {
        return "09" + String.format("%08d", Math.abs(UUID.randomUUID().hashCode()) % 100_000_000);
    }

    private String id(String by, String contact) {
        String code = Hotline.sent(",\"contact\":\"" + contact + "\",\"toldBy\":\"" + by + "\"");
        return Sql.query(source, "select id from feedback where code = ?", row -> row.getString(1), code)
                .get(0);
    }

    private List<String> told(String id) {
        return Sql.query(
                source,
                "select template from message where feedback_id = ? order by sequence",
                row -> row.getString(1),
                UUID.fromString(id));
    }

    private void acknowledge(TellPerson tell, String id) {
        Feedback of = feedbacks.find(UUID.fromString(id)).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> tell.tell(of, Acts.BEGUN, clock.instant()));
    }

    private double untold() {
        return meters.counter("motcua.feedback.untold", "reason", "unit-load").count();
    }
}
