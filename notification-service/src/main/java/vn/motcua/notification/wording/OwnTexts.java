package vn.motcua.notification.wording;

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
import java.util.Optional;
import java.util.UUID;

/** The units' own texts; methods join the caller's transaction. */
@ApplicationScoped
class OwnTexts {
    private static final String COLUMNS =
            "id, unit, template, language, channel, version, text, state, proposed_by, proposer,"
                    + " proposed_at, decided_by, decider, decided_at, revision";

    private final AgroalDataSource source;

    @Inject
    OwnTexts(AgroalDataSource source) {
        this.source = source;
    }

    /** The text in use; empty where the shipped one is. */
    Optional<String> inUse(String unit, String template, String language, TextChannel channel) {
        return Sql.query(
                        source,
                        "select text from own_text where unit = ? and template = ? and language = ? and channel = ?"
                                + " and state = 'APPROVED'",
                        row -> row.getString(1),
                        unit,
                        template,
                        language,
                        channel.name())
                .stream()
                .findFirst();
    }

    Optional<OwnText> locked(UUID id) {
        return Sql.query(source, "select " + COLUMNS + " from own_text where id = ? for update", OwnTexts::read, id)
                .stream()
                .findFirst();
    }

    /** The texts of a unit, newest first. */
    Page<OwnText> of(String unit, String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        Instant before = key == null ? Instant.parse("9999-12-30T00:00:00Z") : KeyParts.instant(key[0]);
        UUID id = KeyParts.id(key == null ? "ffffffff-ffff-ffff-ffff-ffffffffffff" : key[1]);
        List<OwnText> found = Sql.query(
                source,
                "select " + COLUMNS + " from own_text where unit = ? and (proposed_at, id) < (?, ?)"
                        + " order by proposed_at desc, id desc limit ?",
                OwnTexts::read,
                unit,
                before,
                id,
                limit + 1);
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(last.proposedAt().toString(), last.id().toString()));
    }

    /** The number of the next version, one writer at a time per text. */
    int nextVersion(String unit, String template, String language, TextChannel channel) {
        lock(unit, template, language, channel);
        return Sql.query(
                        source,
                        "select coalesce(max(version), 0) + 1 from own_text where unit = ? and template = ? and language = ?"
                                + " and channel = ?",
                        row -> row.getInt(1),
                        unit,
                        template,
                        language,
                        channel.name())
                .get(0);
    }

    /** One writer at a time per text, to the end of the transaction: two versions may be decided at once. */
    void lock(String unit, String template, String language, TextChannel channel) {
        String of = String.join("\n", unit, template, language, channel.name());
        Sql.query(source, "select pg_advisory_xact_lock(hashtextextended(?, 11))", row -> true, of);
    }

    void add(OwnText t) {
        Sql.update(
                source,
                "insert into own_text (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                t.id(),
                t.unit(),
                t.template(),
                t.language(),
                t.channel().name(),
                t.version(),
                t.text(),
                t.state().name(),
                t.proposedBy(),
                t.proposer(),
                t.proposedAt(),
                t.decidedBy(),
                t.decider(),
                t.decidedAt(),
                t.revision());
    }

    /** Takes the place of the text in use; another that is approved meanwhile waits, and takes its place in turn. */
    void retire(OwnText successor) {
        lock(successor.unit(), successor.template(), successor.language(), successor.channel());
        Sql.update(
                source,
                "update own_text set state = 'RETIRED', revision = revision + 1 where unit = ? and template = ? and language = ?"
                        + " and channel = ? and state = 'APPROVED'",
                successor.unit(),
                successor.template(),
                successor.language(),
                successor.channel().name());
    }

    void decide(OwnText t, OwnText.State state, String by, String name, Instant at) {
        Sql.update(
                source,
                "update own_text set state = ?, decided_by = ?, decider = ?, decided_at = ?, revision = revision + 1 where id = ?",
                state.name(),
                by,
                name,
                at,
                t.id());
    }

    private static OwnText read(ResultSet row) throws SQLException {
        return new OwnText(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                TextChannel.valueOf(row.getString(5)),
                row.getInt(6),
                row.getString(7),
                OwnText.State.valueOf(row.getString(8)),
                row.getString(9),
                row.getString(10),
                instant(row, 11),
                row.getString(12),
                row.getString(13),
                instant(row, 14),
                row.getLong(15));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
