package vn.motcua.notification.sms;

import static org.awaitility.Awaitility.await;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;
import static vn.motcua.notification.delivery.ChannelKind.SMS;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.FakeWay;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.delivery.Receipts;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two providers on jsmpp's server and one replica's sending to them, with the real tables behind it. */
abstract class TwoProviders {
    static final List<List<ChannelKind>> PHONE = List.of(List.of(SMS, EMAIL));
    static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    AgroalDataSource source;

    final MovableClock clock = new MovableClock();
    final FakeWay email = new FakeWay(EMAIL);
    final List<SmppProvider> providers = new ArrayList<>();
    Smsc first;
    Smsc second;
    Flow flow;

    @BeforeEach
    void begin() throws IOException {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
        first = new Smsc("first").open();
        second = new Smsc("second").open();
        flow = new Flow(source, clock, receipts -> List.of(new SmsWay(lines(receipts), 0), email));
        providers.forEach(SmppProvider::keepBound);
        await().atMost(SOON).until(() -> first.bound() == 1 && second.bound() == 1);
    }

    /** The lines to both, not bound yet. */
    List<SmppProvider> lines(Receipts receipts) {
        providers.clear();
        providers.add(new SmppProvider(new Line("first", first.port()), receipts));
        providers.add(new SmppProvider(new Line("second", second.port()), receipts));
        return providers;
    }

    @AfterEach
    void end() throws IOException {
        providers.forEach(SmppProvider::close);
        first.close();
        second.close();
    }

    long number(String sql) {
        return Sql.query(source, sql, row -> row.getLong(1)).get(0);
    }
}
