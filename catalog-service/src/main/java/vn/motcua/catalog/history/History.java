package vn.motcua.catalog.history;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The acts upon procedures, only ever added; in the transaction of the act. */
@ApplicationScoped
public class History {
    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /**
     * What is to be kept of an act.
     *
     * @param version that it made or ended, or null
     * @param draft on which it was done, or null
     * @param by null: nobody, the first load
     * @param reason null where none was given
     * @param details facts; never personal data of people served
     */
    public record Entry(
            String code,
            Integer version,
            UUID draft,
            ActKind act,
            Officer by,
            String reason,
            Map<String, Object> details) {}

    public void add(Entry entry) {
        add(List.of(entry));
    }

    public void add(List<Entry> entries) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Sql.on(source, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into procedure_act"
                    + " (code, version, draft, act, by_sub, by_name, by_title, reason, details, at)"
                    + " values (?,?,?,?,?,?,?,?,?,?)")) {
                for (Entry each : entries) {
                    Officer by = each.by() == null ? new Officer(null, null, null) : each.by();
                    insert.setString(1, each.code());
                    insert.setObject(2, each.version());
                    insert.setObject(3, each.draft());
                    insert.setString(4, each.act().name());
                    insert.setString(5, by.subject());
                    insert.setString(6, by.name());
                    insert.setString(7, by.title());
                    insert.setString(8, each.reason());
                    insert.setString(9, EventJson.write(each.details()));
                    insert.setObject(10, now);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** Acts upon one procedure after a given one, oldest first. */
    List<Act> after(String code, long id, int limit) {
        return Sql.query(
                source,
                "select id, version, draft, act, by_name, by_title, reason, details, at from procedure_act"
                        + " where code = ? and id > ? order by id limit ?",
                row -> new Act(
                        row.getLong(1),
                        code,
                        row.getObject(2, Integer.class),
                        row.getObject(3, UUID.class),
                        ActKind.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        EventJson.tree(row.getString(8)),
                        row.getObject(9, OffsetDateTime.class).toInstant()),
                code,
                id,
                limit);
    }

    /** Facts of the newest act on a draft, for somebody who comes too late. */
    public Map<String, Object> newest(UUID draft) {
        return Sql.query(
                        source,
                        "select act, by_name, by_title, at from procedure_act where draft = ? order by id desc limit 1",
                        row -> {
                            Map<String, Object> facts = new java.util.LinkedHashMap<>();
                            facts.put("action", row.getString(1));
                            facts.put("actorName", row.getString(2));
                            facts.put("actorTitle", row.getString(3));
                            facts.put(
                                    "at", row.getObject(4, OffsetDateTime.class).toInstant());
                            return facts;
                        },
                        draft)
                .stream()
                .findFirst()
                .orElse(Map.of());
    }
}
