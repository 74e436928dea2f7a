package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Arc;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.ledger.Budgets;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One replica's sending on a clock of its own, with the ways a test gives it. */
public final class Flow {
    public static final String UNIT = "14-03712-20250701";
    public static final Duration WINDOW = Duration.ofHours(1);
    public static final Duration LEASE = Duration.ofMinutes(3);
    public static final Duration PATIENCE = Duration.ofHours(1);

    public final MovableClock clock;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final Receipts receipts;
    public final Outside outside;
    public final OpenDeliveries open;
    public volatile Address address = new Address("0912345678", "vui@example.vn");
    public volatile boolean intakeDown;

    private final AgroalDataSource source;
    final Deliveries deliveries;
    private final HandOver handOver;
    private final Overdue overdue;

    /** Ways are made with the receipts they report to. */
    public interface Ways {
        List<Way> of(Receipts receipts);
    }

    public Flow(AgroalDataSource source, MovableClock clock, Ways ways) {
        this(source, clock, ways, Map.of());
    }

    public Flow(AgroalDataSource source, MovableClock clock, Ways ways, Map<String, Long> budgets) {
        this(source, clock, ways, budgets, new NobodysWishes());
    }

    /** For deliveries of feedback too. */
    public Flow(
            AgroalDataSource source, MovableClock clock, Ways ways, Map<String, Long> budgets, FeedbackWishes wishes) {
        this.source = source;
        this.clock = clock;
        Budgets ledger = new Budgets(source, clock, meters, budgets, Map.of("first", 300L, "second", 400L));
        Segments segments = new Segments(source, ledger, clock);
        List<Way> made = new ArrayList<>();
        Receipts[] late = new Receipts[1];
        // the receipts need the deliveries, which need the ways: as in the service, where a proxy stands between
        receipts = new Receipts(null, segments, clock, meters) {
            @Override
            public void take(String provider, String reference, Integer ref, boolean arrived) {
                late[0].take(provider, reference, ref, arrived);
            }

            @Override
            public void unreadable(String provider) {
                late[0].unreadable(provider);
            }

            @Override
            Delivery byReference(Delivery delivery) {
                return late[0].byReference(delivery);
            }

            @Override
            Delivery conclude(Delivery delivery) {
                return late[0].conclude(delivery);
            }
        };
        made.addAll(ways.of(receipts));
        outside = new Outside(made, Duration.ofHours(48), PATIENCE, WINDOW, LEASE, QuietHours.USUAL);
        deliveries = new Deliveries(
                source,
                outside,
                clock,
                Arc.container().instance(ContactSeal.class).get());
        late[0] = new Receipts(deliveries, segments, clock, meters);
        OptOuts optOuts = new OptOuts(source, clock);
        Addressees addressees = new Addressees(optOuts, this::contact, wishes);
        OpenWays openWays = new OpenWays(addressees, ledger, outside, clock);
        handOver = new HandOver(deliveries, segments, receipts, openWays, addressees, outside, clock, meters);
        overdue = new Overdue(deliveries, receipts, outside, clock);
        open = new OpenDeliveries(deliveries, outside, clock);
    }

    private Address contact(UUID dossier) {
        if (intakeDown) {
            throw new Contacts.Unavailable("down");
        }
        return address;
    }

    /** Where no feedback is told of. */
    private static final class NobodysWishes implements FeedbackWishes {
        @Override
        public Optional<Wish> of(UUID feedback) {
            return Optional.empty();
        }

        @Override
        public void set(UUID feedback, ChannelKind by) {
            throw new IllegalStateException("no feedback is told of here");
        }
    }

    /** Sends what is due now, as often as something is; ends like a process that is killed where a way throws an error. */
    public int send() {
        overdue.look();
        int sent = 0;
        for (List<Claimed> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(handOver::handOver);
            sent += due.size();
        }
        return sent;
    }

    private List<Claimed> due() {
        return ChannelKind.OUTSIDE.stream()
                .flatMap(way -> deliveries.claim(way, 50).stream())
                .toList();
    }

    /** The threads of a replica, not started. */
    Sender sender(NotificationConfig config) {
        return new Sender(deliveries, handOver, overdue, outside, config, source, clock, meters);
    }

    /** Starts the threads of a replica; running the answer ends them. */
    public Runnable started(NotificationConfig config) {
        Sender sender = sender(config);
        sender.start(null);
        return () -> {
            try {
                sender.stop(null);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Stores a message to a person and opens these chains. */
    public UUID message(List<List<ChannelKind>> chains) {
        return message("Ho so 0001. Xem https://example.vn/x/0123456789ab", "result-ready", chains);
    }

    public UUID message(String shortText, String template, List<List<ChannelKind>> chains) {
        UUID dossier = UUID.randomUUID();
        UUID message = UUID.randomUUID();
        Instant now = clock.instant();
        Sql.update(
                source,
                "insert into known_dossier (id, reference, code, sequence, receiving_unit, competent_unit, returning_unit,"
                        + " procedure_code, procedure_version, step, stage, fees_open, originals_held, language, effective_at)"
                        + " values (?,?,?,1,?,?,?,'2.000815',1,5,'DECIDED',false,false,'vi',?)",
                dossier,
                dossier.toString().substring(0, 10).toUpperCase(),
                "H52.712.00-261123-" + Math.abs(dossier.hashCode()),
                UNIT,
                UNIT,
                UNIT,
                now);
        Sql.update(
                source,
                "insert into message (id, event_id, audience, channel, dossier_id, sequence, template, table_version, language,"
                        + " title_vi, body_vi, title_en, body_en, effective_at, sent_at, short, link)"
                        + " values (?,?,'PERSON','PORTAL',?,1,?,4,'vi','Đã có kết quả','Mời Ông/Bà nhận kết quả."
                        + "\n\nMã hồ sơ: 0001','Ready','Ready.\n\nCode: 0001',?,?,?,?)",
                message,
                UUID.randomUUID(),
                dossier,
                template,
                now,
                now,
                shortText,
                "https://example.vn/x/0123456789ab");
        open.open(message, Subject.dossier(dossier), UNIT, chains);
        return message;
    }

    /** {@code SMS HANDED_OVER}, in the order the ways were taken. */
    public List<String> states(UUID message) {
        return Sql.query(
                source,
                "select channel || ' ' || state from delivery where message_id = ? order by opened_at,"
                        + " array_position(array['WEBHOOK', 'SMS', 'EMAIL'], channel)",
                row -> row.getString(1),
                message);
    }

    /** The reasons noted at a message's ways. */
    public List<String> reasons(UUID message) {
        return Sql.query(
                source,
                "select coalesce(reason, '') from delivery where message_id = ? order by opened_at,"
                        + " array_position(array['WEBHOOK', 'SMS', 'EMAIL'], channel)",
                row -> row.getString(1),
                message);
    }

    public UUID dossier(UUID message) {
        return Sql.query(
                        source,
                        "select dossier_id from message where id = ?",
                        row -> row.getObject(1, UUID.class),
                        message)
                .get(0);
    }

    /** Everything from earlier tests is settled. */
    public static void forget(AgroalDataSource source) {
        for (String table : List.of("sms_part", "sms_receipt", "sms_month", "budget_alarm", "delivery")) {
            Sql.update(source, "delete from " + table);
        }
    }
}
