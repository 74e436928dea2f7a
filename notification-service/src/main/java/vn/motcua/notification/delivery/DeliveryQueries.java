package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.KeyParts;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Lists of deliveries, read by key. */
@ApplicationScoped
class DeliveryQueries {
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final AgroalDataSource source;

    @Inject
    DeliveryQueries(AgroalDataSource source) {
        this.source = source;
    }

    Page<DeliveryView> of(UUID dossier, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        List<DeliveryView> found = Sql.query(
                source,
                "select d.id, d.message_id, m.template, case m.language when 'en' then m.title_en else m.title_vi end,"
                        + " m.language, d.channel, d.state, d.provider, d.attempts, d.parts, d.reason,"
                        + " d.opened_at, d.handed_over_at, d.settled_at from delivery d join message m on m.id = d.message_id"
                        + " where d.dossier_id = ? and (d.opened_at, d.id) < (?, ?) order by d.opened_at desc, d.id desc limit ?",
                DeliveryQueries::read,
                dossier,
                key == null ? LATEST : KeyParts.instant(key[0]),
                KeyParts.id(key == null ? "ffffffff-ffff-ffff-ffff-ffffffffffff" : key[1]),
                limit + 1);
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(last.openedAt().toString(), last.id().toString()));
    }

    private static DeliveryView read(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                ChannelKind.valueOf(row.getString(6)),
                DeliveryState.valueOf(row.getString(7)),
                row.getString(8),
                row.getInt(9),
                row.getObject(10, Integer.class),
                row.getString(11),
                instant(row, 12),
                instant(row, 13),
                instant(row, 14));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
