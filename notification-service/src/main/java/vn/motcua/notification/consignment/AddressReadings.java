package vn.motcua.notification.consignment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.KeyParts;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who read to whom a consignment goes, or who collected, in the reading's own transaction: what cannot be noted is not read (Law 91/2025/QH15). */
@ApplicationScoped
public class AddressReadings {
    private static final List<String> ROLES = List.of("reception", "director");

    /** Each unit's share in the order of its index, cut to the page. */
    private static final String PAGE =
            """
            select share.* from unnest(?::text[]) mine(unit) cross join lateral (
                select a.* from address_reading a where a.unit = mine.unit and (a.at, a.id) < (?, ?)
                order by a.at desc, a.id desc limit ?) share
            order by share.at desc, share.id desc limit ?
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** What was read. */
    public enum What {
        CONSIGNMENT,
        POST_LIST,
        COLLECTION
    }

    /**
     * One reading; it names the officer and the dossier, never the person.
     *
     * @param dossierId null where a whole list was read
     * @param lines how many addresses were shown
     */
    @Schema(name = "AddressReading")
    record Reading(
            long id,
            Instant at,
            String subject,
            String name,
            String title,
            String role,
            String unit,
            What what,
            UUID dossierId,
            int lines) {
        static Reading of(ResultSet row) throws SQLException {
            return new Reading(
                    row.getLong("id"),
                    Consignments.instant(row, "at"),
                    row.getString("subject"),
                    row.getString("name"),
                    row.getString("title"),
                    row.getString("role"),
                    row.getString("unit"),
                    What.valueOf(row.getString("what")),
                    row.getObject("dossier_id", UUID.class),
                    row.getInt("lines"));
        }
    }

    public void note(What what, String unit, UUID dossier, int lines) {
        Sql.update(
                source,
                "insert into address_reading (at, subject, name, title, role, unit, what, dossier_id, lines) values (?,?,?,?,?,?,?,?,?)",
                clock.instant(),
                caller.subject(),
                caller.name(),
                caller.title(),
                ROLES.stream().filter(caller::has).findFirst().orElse("reception"),
                unit,
                what.name(),
                dossier,
                lines);
    }

    /** Of the caller's units, newest first. */
    Page<Reading> page(String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        List<Reading> found = Sql.query(
                source,
                PAGE,
                Reading::of,
                caller.units().toArray(String[]::new),
                key == null ? Instant.parse("9999-01-01T00:00:00Z") : KeyParts.instant(key[0]),
                key == null ? Long.MAX_VALUE : KeyParts.number(key[1]),
                limit + 1,
                limit + 1);
        return Page.of(found, limit, each -> Cursor.encode(each.at().toString(), Long.toString(each.id())));
    }
}
