package vn.motcua.catalog.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.sql.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of drafts: no other feature reads it, so that nothing unpublished can be found or shown. */
@ApplicationScoped
class Drafts {
    private static final String COLUMNS = "select id, code, based_on, content, effective_from, decision_number,"
            + " decision_date, state, revision, author_sub, author_name, author_title, writers, approver_sub,"
            + " approver_name, approver_title, sent_back_reason, published_version, created_at, changed_at, reason from draft ";

    @Inject
    AgroalDataSource source;

    Optional<Draft> find(UUID id) {
        return Sql.query(source, COLUMNS + "where id = ?", Drafts::draft, id).stream()
                .findFirst();
    }

    /** Nobody else changes it until the caller's transaction ends. */
    Optional<Draft> locked(UUID id) {
        return Sql.query(source, COLUMNS + "where id = ? for update", Drafts::draft, id).stream()
                .findFirst();
    }

    /** The draft of a code that is neither published nor discarded. */
    Optional<UUID> open(String code) {
        return Sql.query(
                        source,
                        "select id from draft where code = ? and state not in ('PUBLISHED', 'DISCARDED')",
                        row -> row.getObject(1, UUID.class),
                        code)
                .stream()
                .findFirst();
    }

    /**
     * Newest change first.
     *
     * @param code null: of every procedure
     * @param state null: in every state
     * @param before changed before then, or then with a smaller id; null: from the newest on
     */
    List<Draft> newest(String code, DraftState state, Instant before, UUID id, int limit) {
        List<Object> args = new ArrayList<>();
        StringBuilder sql = new StringBuilder(COLUMNS).append("where true");
        if (code != null) {
            sql.append(" and code = ?");
            args.add(code);
        }
        if (state != null) {
            sql.append(" and state = ?");
            args.add(state.name());
        }
        if (before != null) {
            sql.append(" and (changed_at, id) < (?, ?)");
            args.add(before);
            args.add(id);
        }
        args.add(limit);
        return Sql.query(
                source,
                sql.append(" order by changed_at desc, id desc limit ?").toString(),
                Drafts::draft,
                args.toArray());
    }

    /** @return false where the code has an open draft already */
    boolean insert(Draft draft) {
        return Sql.update(
                        source,
                        "insert into draft (id, code, based_on, name, content, effective_from, decision_number,"
                                + " decision_date, state, revision, author_sub, author_name, author_title, writers,"
                                + " created_at, changed_at, reason) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                                + " on conflict (code) where state not in ('PUBLISHED', 'DISCARDED') do nothing",
                        draft.id(),
                        draft.code(),
                        draft.basedOn(),
                        draft.content().name().vi(),
                        EventJson.write(draft.content()),
                        draft.effectiveFrom(),
                        draft.announcement().number(),
                        draft.announcement().date(),
                        draft.state().name(),
                        draft.revision(),
                        draft.author().subject(),
                        draft.author().name(),
                        draft.author().title(),
                        EventJson.write(draft.writers()),
                        draft.createdAt(),
                        draft.changedAt(),
                        draft.reason())
                == 1;
    }

    void update(Draft draft) {
        Officer approver = draft.approver() == null ? new Officer(null, null, null) : draft.approver();
        Sql.update(
                source,
                "update draft set based_on = ?, name = ?, content = ?, effective_from = ?, decision_number = ?,"
                        + " decision_date = ?, state = ?, revision = ?, writers = ?, approver_sub = ?, approver_name = ?,"
                        + " approver_title = ?, sent_back_reason = ?, published_version = ?, changed_at = ?, reason = ? where id = ?",
                draft.basedOn(),
                draft.content().name().vi(),
                EventJson.write(draft.content()),
                draft.effectiveFrom(),
                draft.announcement().number(),
                draft.announcement().date(),
                draft.state().name(),
                draft.revision(),
                EventJson.write(draft.writers()),
                approver.subject(),
                approver.name(),
                approver.title(),
                draft.sentBackReason(),
                draft.publishedVersion(),
                draft.changedAt(),
                draft.reason(),
                draft.id());
    }

    private static Draft draft(ResultSet row) throws SQLException {
        String approver = row.getString(14);
        return new Draft(
                row.getObject(1, UUID.class),
                row.getString(2),
                new Officer(row.getString(10), row.getString(11), row.getString(12)),
                row.getObject(19, OffsetDateTime.class).toInstant(),
                new Draft.Says(
                        row.getObject(3, Integer.class),
                        EventJson.read(EventJson.tree(row.getString(4)), Procedure.class),
                        row.getObject(5, LocalDate.class),
                        new Announcement(row.getString(6), row.getObject(7, LocalDate.class)),
                        row.getString(21)),
                new Draft.Standing(
                        DraftState.valueOf(row.getString(8)),
                        row.getLong(9),
                        StreamSupport.stream(EventJson.tree(row.getString(13)).spliterator(), false)
                                .map(JsonNode::asText)
                                .toList(),
                        approver == null ? null : new Officer(approver, row.getString(15), row.getString(16)),
                        row.getString(17),
                        row.getObject(18, Integer.class),
                        row.getObject(20, OffsetDateTime.class).toInstant()));
    }
}
