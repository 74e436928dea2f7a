package vn.motcua.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;
import static vn.motcua.notification.delivery.ChannelKind.WEBHOOK;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is not sent now, or not this way: at night, unwanted, without an address, without money. */
@QuarkusTest
class NotSentServiceTest {
    private static final List<List<ChannelKind>> PHONE = List.of(List.of(SMS, EMAIL));

    @Inject
    AgroalDataSource source;

    private final MovableClock clock = new MovableClock();
    private final FakeWay sms = new FakeWay(SMS);
    private final FakeWay email = new FakeWay(EMAIL);
    private Flow flow;

    @BeforeEach
    void begin() {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
        flow = new Flow(source, clock, receipts -> List.of(sms, email));
    }

    @Test
    void at_night_no_phone_rings_and_no_letter_goes_but_the_app_is_told() {
        FakeWay app = new FakeWay(WEBHOOK, true);
        clock.setLegal("2026-11-23T23:30");
        Flow night = new Flow(source, clock, receipts -> List.of(sms, email, app));
        UUID message = night.message(List.of(List.of(SMS), List.of(EMAIL), List.of(WEBHOOK)));

        night.send();
        assertThat(night.states(message))
                .containsExactlyInAnyOrder("SMS WAITING", "EMAIL WAITING", "WEBHOOK HANDED_OVER");
        clock.setLegal("2026-11-24T06:59");
        night.send();
        assertThat(sms.sent).isEmpty();
        clock.setLegal("2026-11-24T07:00");
        night.send();
        assertThat(sms.sent).containsExactly(message);
        assertThat(email.sent).containsExactly(message);
    }

    @Test
    void a_sending_that_slid_into_the_night_waits_for_the_morning() {
        sms.then(Answer.later("busy", List.of(), Duration.ofMinutes(20)));
        clock.setLegal("2026-11-23T20:50");
        UUID message = flow.message(PHONE);
        flow.send();
        clock.setLegal("2026-11-23T21:20");
        flow.send();
        assertThat(flow.reasons(message)).containsExactly("quiet-hours");
        clock.setLegal("2026-11-24T07:06");
        flow.send();
        assertThat(flow.states(message)).containsExactly("SMS HANDED_OVER");
    }

    @Test
    void who_opted_out_of_the_phone_is_told_by_letter_and_who_opted_out_of_both_by_neither() {
        OptOuts optOuts = new OptOuts(source, clock);
        UUID one = flow.message(PHONE);
        UUID two = flow.message(PHONE);
        optOuts.set(flow.dossier(one), EnumSet.of(SMS));
        optOuts.set(flow.dossier(two), EnumSet.of(SMS, EMAIL));
        flow.send();

        assertThat(flow.states(one)).containsExactly("SMS SUPPRESSED", "EMAIL HANDED_OVER");
        assertThat(flow.states(two)).containsExactly("SMS SUPPRESSED", "EMAIL SUPPRESSED");
        assertThat(flow.reasons(two)).containsOnly("opted-out");
        assertThatThrownBy(() -> optOuts.set(flow.dossier(one), EnumSet.of(ChannelKind.PORTAL)))
                .isInstanceOf(IllegalArgumentException.class);
        optOuts.set(flow.dossier(one), EnumSet.noneOf(ChannelKind.class));
        assertThat(optOuts.of(flow.dossier(one))).isEmpty();
    }

    @Test
    void without_a_phone_the_letter_goes_and_without_both_nothing_does() {
        flow.address = new Address(null, "vui@example.vn");
        UUID letter = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(letter)).containsExactly("SMS SUPPRESSED", "EMAIL HANDED_OVER");

        flow.address = Address.NONE;
        UUID none = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(none)).containsExactly("SMS SUPPRESSED", "EMAIL SUPPRESSED");
        assertThat(flow.reasons(none)).containsOnly("no-address");
    }

    @Test
    void a_spent_budget_rings_its_alarms_once_and_sends_the_rest_by_letter() {
        flow = new Flow(source, clock, receipts -> List.of(sms, email), Map.of(Flow.UNIT, 1000L));
        List<UUID> messages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            messages.add(flow.message(PHONE));
        }
        flow.send();

        assertThat(sms.sent).hasSize(4);
        assertThat(email.sent).hasSize(2);
        assertThat(Sql.query(source, "select percent from budget_alarm order by percent", row -> row.getInt(1)))
                .containsExactly(80, 100);
        assertThat(count("select cost_vnd from sms_month where unit = '" + Flow.UNIT + "'"))
                .isEqualTo(1200);
        clock.setLegal("2026-12-01T08:00");
        UUID next = flow.message(PHONE);
        flow.send();
        assertThat(flow.states(next)).as("another month").containsExactly("SMS HANDED_OVER");
    }

    private long count(String sql) {
        return Sql.query(source, sql, row -> row.getLong(1)).get(0);
    }
}
