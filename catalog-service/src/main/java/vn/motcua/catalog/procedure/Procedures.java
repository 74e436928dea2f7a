package vn.motcua.catalog.procedure;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The versions of procedures. Rows are inserted once and never edited but for the last day of a version. */
@ApplicationScoped
public class Procedures {
    private static final String COLUMNS =
            "select version, effective_from, effective_to, content, fingerprint, published_at from procedure_version ";

    @Inject
    AgroalDataSource source;

    /** A field with the number of its procedures in force. */
    public record FieldCount(String field, int procedures) {}

    /** The version in force on a legal day. */
    public Optional<ProcedureVersion> inForce(String code, LocalDate on) {
        return Sql.query(
                        source,
                        COLUMNS
                                + "where code = ? and effective_from <= ? and (effective_to is null or effective_to >= ?)",
                        Procedures::version,
                        code,
                        on,
                        on)
                .stream()
                .findFirst();
    }

    /** The newest version of every procedure, by code. */
    public Map<String, ProcedureVersion> newest() {
        return Sql.query(
                        source,
                        "select distinct on (code) version, effective_from, effective_to, content, fingerprint, published_at"
                                + " from procedure_version order by code, version desc",
                        Procedures::version)
                .stream()
                .collect(Collectors.toMap(each -> each.content().code(), each -> each));
    }

    /** Inserts in one batch, in the caller's transaction. */
    public void insert(List<ProcedureVersion> versions) {
        Sql.on(source, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into procedure_version (code, version, effective_from, effective_to, name, field, department,"
                            + " search, content, fingerprint, published_at) values (?,?,?,?,?,?,?,plain_text(?),?,?,?)")) {
                for (ProcedureVersion each : versions) {
                    bind(insert, each);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private static void bind(PreparedStatement insert, ProcedureVersion each) throws SQLException {
        Procedure says = each.content();
        insert.setString(1, says.code());
        insert.setInt(2, each.version());
        insert.setObject(3, each.effectiveFrom());
        insert.setObject(4, each.effectiveTo());
        insert.setString(5, says.name().vi());
        insert.setString(6, says.field());
        insert.setString(7, says.department());
        insert.setString(8, says.code() + " " + says.name().vi() + " " + says.field());
        insert.setString(9, EventJson.write(says));
        insert.setString(10, each.fingerprint());
        insert.setObject(11, OffsetDateTime.ofInstant(each.publishedAt(), ZoneOffset.UTC));
    }

    /** Sets the last day of a version that another one follows. */
    public void end(ProcedureVersion ended) {
        Sql.update(
                source,
                "update procedure_version set effective_to = ? where code = ? and version = ?",
                ended.effectiveTo(),
                ended.content().code(),
                ended.version());
    }

    /** How many procedures are in force on a legal day. */
    public int count(LocalDate on) {
        return Sql.query(
                        source,
                        "select count(*) from procedure_version"
                                + " where effective_from <= ? and (effective_to is null or effective_to >= ?)",
                        row -> row.getInt(1),
                        on,
                        on)
                .get(0);
    }

    /** All fields with a procedure in force, in Vietnamese order. */
    public List<FieldCount> fields(LocalDate on) {
        return Sql.query(
                source,
                "select field, count(*) from procedure_version where effective_from <= ?"
                        + " and (effective_to is null or effective_to >= ?)"
                        + " group by field order by field collate \"vi-x-icu\"",
                row -> new FieldCount(row.getString(1), row.getInt(2)),
                on,
                on);
    }

    /**
     * Best fits first where words are asked for, else by name. Fits: the code; the words as they stand; all words;
     * nearly the words (pg_trgm), in that order.
     *
     * @throws ProblemException {@code invalid-cursor} for a cursor of another list
     */
    public Page<ProcedureSummary> search(SearchTerms terms, String after, int limit) {
        List<Object> args = new ArrayList<>();
        boolean ranked = terms.text() != null;
        String sql = "select code, version, name, field, department, effective_from, score from ("
                + scored(terms, args) + ") found" + (ranked ? afterScore(after, args) : afterName(after, args))
                + (ranked ? " order by score desc, code" : " order by name collate \"vi-x-icu\", code") + " limit ?";
        args.add(limit + 1);
        List<ProcedureSummary> rows = Sql.query(source, sql, Procedures::summary, args.toArray());
        return Page.of(
                rows,
                limit,
                last -> ranked
                        ? Cursor.encode(last.score().toPlainString(), last.code())
                        : Cursor.encode(last.name().vi(), last.code()));
    }

    private static String scored(SearchTerms terms, List<Object> args) {
        StringBuilder sql = new StringBuilder("select v.*, ");
        if (terms.text() == null) {
            sql.append("null::numeric as score from procedure_version v");
        } else {
            sql.append("round((case when code = asked.plain then 4 when strpos(search, asked.plain) > 0 then 2 when ");
            sql.append(allWords(terms, args));
            sql.append(" then 1 else 0 end + similarity(asked.plain, search))::numeric, 4) as score"
                    + " from procedure_version v, (select plain_text(?) as plain) asked");
            args.add(terms.text());
        }
        sql.append(" where effective_from <= ? and (effective_to is null or effective_to >= ?)");
        args.add(terms.on());
        args.add(terms.on());
        if (terms.field() != null) {
            sql.append(" and field = ?");
            args.add(terms.field());
        }
        if (terms.unit() != null) {
            sql.append(" and exists (select from unit where id = ? and receives and valid_from <= ?"
                    + " and (valid_to is null or valid_to >= ?))");
            args.addAll(List.of(terms.unit(), terms.on(), terms.on()));
        }
        if (terms.text() != null) {
            sql.append(" and (").append(allWords(terms, args)).append(" or plain_text(?) <% search)");
            args.add(terms.text());
        }
        return sql.toString();
    }

    private static String allWords(SearchTerms terms, List<Object> args) {
        List<String> words = terms.words();
        args.addAll(words);
        return words.isEmpty()
                ? "false"
                : words.stream()
                        .map(word -> "search like '%' || plain_text(?) || '%'")
                        .collect(Collectors.joining(" and ", "(", ")"));
    }

    private static String afterScore(String after, List<Object> args) {
        String[] key = Cursor.decode(after, 2);
        if (key == null) {
            return "";
        }
        try {
            BigDecimal score = new BigDecimal(key[0]);
            args.addAll(List.of(score, score, key[1]));
        } catch (NumberFormatException e) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        return " where (score < ? or (score = ? and code > ?))";
    }

    private static String afterName(String after, List<Object> args) {
        String[] key = Cursor.decode(after, 2);
        if (key == null) {
            return "";
        }
        args.addAll(List.of(key[0], key[1]));
        return " where (name collate \"vi-x-icu\", code) > (?, ?)";
    }

    private static ProcedureSummary summary(ResultSet row) throws SQLException {
        return new ProcedureSummary(
                row.getString(1),
                row.getInt(2),
                new Name(row.getString(3), null),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getBigDecimal(7));
    }

    private static ProcedureVersion version(ResultSet row) throws SQLException {
        return new ProcedureVersion(
                row.getInt(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                EventJson.read(EventJson.tree(row.getString(4)), Procedure.class),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
