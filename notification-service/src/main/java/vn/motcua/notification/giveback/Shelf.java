package vn.motcua.notification.giveback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.KeyParts;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What lies at a unit to be fetched, where on the shelf and for how long. Methods join the caller's transaction. */
@ApplicationScoped
class Shelf {
    /** A place on the shelf, as the unit names it: it stands on the label, so in capitals. */
    static final String PLACE = "[0-9A-Z][0-9A-Z./-]{0,19}";

    /** Days of lying that begin a class of age; the first class begins with none. */
    static final List<Integer> AGES = List.of(0, 8, 16, 31, 91);

    /** More is not counted: a unit with more has another trouble. */
    private static final int COUNTED = 20_000;

    private static final String LIES = " from dossier_return r where r.unit = ? and r.closed_at is null"
            + " and r.pending is null and r.lies_at is null and r.state in ('ANNOUNCED', 'ON_SHELF')";

    private static final String PAGE =
            """
            select r.dossier_id, d.code, d.reference, d.procedure_code, r.state, r.holds, r.place, r.announced_at, r.shelved_at, r.opened_at,
                r.id, d.return_mode, d.fees_open, (select count(*) from collection_reminder m where m.return_id = r.id) reminded
            from dossier_return r join known_dossier d on d.id = r.dossier_id
            where r.unit = ? and r.closed_at is null and r.pending is null and r.lies_at is null and r.state in ('ANNOUNCED', 'ON_SHELF')
                and (?::text is null or r.place like ?) and (r.opened_at, r.id) > (?, ?)
            order by r.opened_at, r.id limit ?
            """;

    private static final String SEND_ON =
            """
            select r.dossier_id, d.code, d.reference, d.procedure_code, r.state, r.holds, r.place, r.announced_at, r.shelved_at, r.opened_at,
                r.id, d.return_mode, d.fees_open, 0 reminded
            from dossier_return r join known_dossier d on d.id = r.dossier_id
            where r.lies_at = ? and r.closed_at is null and r.pending is null and r.state in ('ANNOUNCED', 'ON_SHELF')
            order by r.opened_at, r.id limit ?
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /**
     * One class of age.
     *
     * @param fromDays days of lying, inclusive
     * @param toDays inclusive, null for no end
     */
    @Schema(name = "ShelfAge")
    record Age(int fromDays, Integer toDays, long count) {}

    /**
     * What lies there; names of people come from intake.
     *
     * @param place null where none was noted
     * @param since when it lay ready
     * @param days full days since then
     * @param reminded how many reminders went out
     */
    @Schema(name = "ShelfItem")
    record Item(
            UUID dossierId,
            String code,
            String reference,
            String procedureCode,
            ReturnState state,
            Holds holds,
            String place,
            String returnMode,
            boolean feesOpen,
            Instant since,
            long days,
            int reminded,
            @Schema(hidden = true) @com.fasterxml.jackson.annotation.JsonIgnore UUID returnId) {}

    /** Notes the place; without one, what is moved keeps the one it has and what is laid there anew has none. */
    void lay(UUID giveback, String place, boolean moved, Instant at) {
        Sql.update(
                source,
                "update dossier_return set place = case when ? then coalesce(?, place) else ? end,"
                        + " shelved_at = case when ? then shelved_at else ? end where id = ?",
                moved,
                place,
                place,
                moved,
                at,
                giveback);
    }

    /** How many lie there, by age. */
    List<Age> ages(String unit) {
        Instant now = clock.instant();
        StringBuilder counts = new StringBuilder();
        List<Object> args = new ArrayList<>();
        for (int i = 0; i < AGES.size(); i++) {
            counts.append(i == 0 ? "" : ", ").append("count(*) filter (where opened_at <= ? and opened_at > ?)");
            args.add(before(now, AGES.get(i)));
            args.add(i + 1 < AGES.size() ? before(now, AGES.get(i + 1)) : Instant.EPOCH);
        }
        args.set(0, now.plus(Duration.ofDays(36_500)));
        args.add(unit);
        args.add(COUNTED);
        return Sql.query(
                        source,
                        "select " + counts + " from (select r.opened_at" + LIES + " limit ?) lies",
                        Shelf::ages,
                        args.toArray())
                .get(0);
    }

    /**
     * What lies there, longest first.
     *
     * @param place the beginning of a place, null for all
     */
    Page<Item> page(String unit, String place, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        Instant now = clock.instant();
        List<Item> found = Sql.query(
                source,
                PAGE,
                row -> item(row, now),
                unit,
                place,
                place == null ? null : place + "%",
                key == null ? Instant.EPOCH : KeyParts.instant(key[0]),
                key == null ? new UUID(0, 0) : KeyParts.id(key[1]),
                limit + 1);
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(last.since().toString(), last.returnId().toString()));
    }

    /** What lies here though another centre returns it: to be sent on, longest waiting first. */
    List<Item> toSendOn(String unit, int most) {
        Instant now = clock.instant();
        return Sql.query(source, SEND_ON, row -> item(row, now), unit, most);
    }

    private static List<Age> ages(ResultSet row) throws SQLException {
        List<Age> ages = new ArrayList<>();
        for (int i = 0; i < AGES.size(); i++) {
            Integer to = i + 1 < AGES.size() ? AGES.get(i + 1) - 1 : null;
            ages.add(new Age(AGES.get(i), to, row.getLong(i + 1)));
        }
        return ages;
    }

    private static Item item(ResultSet row, Instant now) throws SQLException {
        Instant since = Givebacks.instant(row, "opened_at");
        return new Item(
                row.getObject("dossier_id", UUID.class),
                row.getString("code"),
                row.getString("reference"),
                row.getString("procedure_code"),
                ReturnState.valueOf(row.getString("state")),
                Holds.valueOf(row.getString("holds")),
                row.getString("place"),
                row.getString("return_mode"),
                row.getBoolean("fees_open"),
                since,
                Math.max(0, Duration.between(since, now).toDays()),
                row.getInt("reminded"),
                row.getObject("id", UUID.class));
    }

    private static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
