package vn.motcua.notification.sms;

import static vn.motcua.notification.delivery.ChannelKind.SMS;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.devstack.StackResource;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.mail.MailPort;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code bench messages}: short messages to an SMSC in this process, by one replica with the usual threads. No test: it is run by its
 * name, tells figures and decides nothing. The database is that of the tests, which does not wait for the disk.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(MailPort.class)
class MessageSpeed {
    private static final List<List<ChannelKind>> PHONE = List.of(List.of(SMS));
    private static final int BURST = Integer.getInteger("messages", 3000);
    private static final int RATE = Integer.getInteger("rate", 50);
    private static final int SECONDS = Integer.getInteger("seconds", 20);

    @Inject
    AgroalDataSource source;

    @Inject
    NotificationConfig config;

    /** Runs, and shows day whatever the hour. */
    private static final class Day extends MovableClock {
        private final Duration offset = Duration.between(
                Instant.now(), LocalDateTime.parse("2026-11-23T10:00").atZone(java.time.ZoneOffset.ofHours(7)));

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }

    @Test
    void tells_how_many_messages_a_second_and_how_soon() throws Exception {
        Flow.forget(source);
        try (Smsc smsc = new Smsc("first").open()) {
            SmppProvider[] line = new SmppProvider[1];
            Flow flow = new Flow(source, new Day(), receipts -> {
                line[0] = new SmppProvider(new Line("first", smsc.port()), receipts);
                return List.of(new SmsWay(List.of(line[0]), 0));
            });
            line[0].keepBound();
            burst(flow, smsc);
            Flow.forget(source);
            smsc.taken.clear();
            steady(flow, smsc);
            line[0].close();
        }
    }

    private void burst(Flow flow, Smsc smsc) throws InterruptedException {
        for (int i = 0; i < BURST; i++) {
            flow.message(PHONE);
        }
        long begin = System.nanoTime();
        Runnable stop = flow.started(config);
        while (smsc.taken.size() < BURST) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        stop.run();
        System.out.printf("%n| messages waiting | messages/s |%n|--:|--:|%n| %d | %.0f |%n", BURST, BURST / seconds);
    }

    private void steady(Flow flow, Smsc smsc) throws InterruptedException {
        Runnable stop = flow.started(config);
        long begin = System.nanoTime();
        for (int i = 0; i < RATE * SECONDS; i++) {
            long due = begin + i * TimeUnit.SECONDS.toNanos(1) / RATE;
            while (System.nanoTime() < due) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            flow.message(PHONE);
        }
        while (smsc.taken.size() < RATE * SECONDS) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        TimeUnit.MILLISECONDS.sleep(500);
        stop.run();
        Sql.query(
                source,
                "select count(*) filter (where handed_over_at - opened_at <= interval '10 seconds')::float8 / count(*),"
                        + " percentile_cont(array[0.5, 0.95, 1]) within group (order by extract(epoch from handed_over_at - opened_at))"
                        + " from delivery",
                row -> System.out.printf(
                        "%n| a second | share within 10 s | p50, p95, max s |%n|--:|--:|--:|%n| %d | %.4f | %s |%n",
                        RATE, row.getDouble(1), row.getString(2)));
    }
}
