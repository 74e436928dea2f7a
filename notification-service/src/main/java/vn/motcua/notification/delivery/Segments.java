package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.ledger.Budgets;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ledger's rows and the receipts that belong to them; methods join the caller's transaction. */
@ApplicationScoped
class Segments {
    private final AgroalDataSource source;
    private final Budgets budgets;
    private final Clock clock;

    @Inject
    Segments(AgroalDataSource source, Budgets budgets, Clock clock) {
        this.source = source;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** One writer at a time for a provider's id: an answer and its receipt may come together. */
    void lock(String provider, String reference) {
        Sql.query(
                source,
                "select pg_advisory_xact_lock(hashtextextended(?, 7))",
                row -> true,
                provider + "\n" + reference);
    }

    /** Writes a segment that a provider took; it is billed once however often it is written. */
    void add(Delivery delivery, int number, String reference) {
        long cost = budgets.price(delivery.provider());
        int added = Sql.update(
                source,
                "insert into sms_part (delivery_id, number, unit, provider, reference, cost_vnd, handed_over_at)"
                        + " values (?,?,?,?,?,?,?) on conflict do nothing",
                delivery.id(),
                number,
                delivery.unit(),
                delivery.provider(),
                reference,
                cost,
                clock.instant());
        if (added == 1) {
            budgets.spend(delivery.unit(), 1, cost);
        }
    }

    /** Whose segment a provider's id is. */
    Optional<UUID> owner(String provider, String reference) {
        return Sql.query(
                        source,
                        "select delivery_id from sms_part where provider = ? and reference = ? order by receipt is null desc limit 1",
                        row -> row.getObject(1, UUID.class),
                        provider,
                        reference)
                .stream()
                .findFirst();
    }

    /** Notes the first receipt of a segment. */
    void receipt(UUID delivery, String reference, boolean arrived) {
        Sql.update(
                source,
                "update sms_part set receipt = ?, receipt_at = ? where delivery_id = ? and reference = ? and receipt is null",
                result(arrived),
                clock.instant(),
                delivery,
                reference);
    }

    /** Keeps a receipt that belongs to no segment that is written yet. */
    void keep(String provider, String reference, Integer ref, boolean arrived) {
        Sql.update(
                source,
                "insert into sms_receipt (provider, reference, ref, result, at) values (?,?,?,?,?) on conflict do nothing",
                provider,
                reference,
                ref,
                result(arrived),
                clock.instant());
    }

    /** Gives the segments of a delivery the receipts that came before they were written. */
    void takeKept(UUID delivery) {
        Sql.update(
                source,
                "with came as (delete from sms_receipt r using sms_part p where p.delivery_id = ? and r.provider = p.provider"
                        + " and r.reference = p.reference returning p.number, r.result, r.at)"
                        + " update sms_part p set receipt = came.result, receipt_at = came.at from came"
                        + " where p.delivery_id = ? and p.number = came.number and p.receipt is null",
                delivery,
                delivery);
    }

    /**
     * Writes the segments of the only delivery in doubt from kept receipts that carry its reference: the provider had them. More receipts
     * than it has segments are not all its own, and none is taken for it.
     */
    void learn(Delivery delivery) {
        List<String> references = Sql.query(
                source,
                "select reference from sms_receipt where provider = ? and ref = ? and at >= ? order by at, reference",
                row -> row.getString(1),
                delivery.provider(),
                delivery.ref(),
                delivery.openedAt());
        List<Integer> free = free(delivery);
        for (int i = 0; i < references.size() && references.size() <= free.size(); i++) {
            add(delivery, free.get(i), references.get(i));
        }
    }

    private List<Integer> free(Delivery delivery) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= delivery.parts(); i++) {
            numbers.add(i);
        }
        numbers.removeAll(Sql.query(
                source, "select number from sms_part where delivery_id = ?", row -> row.getInt(1), delivery.id()));
        return numbers;
    }

    /** What the receipts say of the whole message; null while they do not say it yet. */
    Turn verdict(Delivery delivery) {
        List<String> receipts = Sql.query(
                source,
                "select receipt from sms_part where delivery_id = ? and receipt is not null",
                row -> row.getString(1),
                delivery.id());
        if (receipts.contains(result(false))) {
            return Turn.DID_NOT_ARRIVE;
        }
        return delivery.parts() != null && receipts.size() >= delivery.parts() ? Turn.ARRIVED : null;
    }

    /**
     * Forgets receipts of messages nobody knows, the oldest first.
     *
     * @return how many
     */
    int forget(Instant before, int limit) {
        return Sql.update(
                source,
                "delete from sms_receipt where (provider, reference) in (select provider, reference from sms_receipt"
                        + " where at < ? order by at limit ?)",
                before,
                limit);
    }

    private static String result(boolean arrived) {
        return arrived ? "DELIVERED" : "FAILED";
    }
}
