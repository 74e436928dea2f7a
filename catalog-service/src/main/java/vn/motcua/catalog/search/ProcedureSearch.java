package vn.motcua.catalog.procedure;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds procedures by words with diacritics or without (the database compares plain text), by field and by unit. Best fits
 * first where words are asked for: the code, then the words as they stand, then all words in any order; only where nothing
 * fits so, what is nearly spelt so (pg_trgm). Without words by name, in Vietnamese order. At most three queries.
 */
@ApplicationScoped
public class ProcedureSearch {
    private static final int MOST_WORDS = 12;
    private static final String STRICT = "s";
    private static final String NEAR = "n";

    @Inject
    AgroalDataSource source;

    /**
     * One page.
     *
     * @param after cursor of the page before; null for the first
     * @throws ProblemException {@code invalid-cursor} for a cursor of another list
     */
    public Page<ProcedureSummary> find(SearchTerms terms, String after, int limit) {
        if (terms.text() == null) {
            return byName(terms, after, limit);
        }
        String plain = plain(terms.text());
        String[] key = Cursor.decode(after, 3);
        if (key != null) {
            return fitting(terms, plain, key, key[2].equals(NEAR), limit);
        }
        Page<ProcedureSummary> strict = fitting(terms, plain, null, false, limit);
        return strict.items().isEmpty() ? fitting(terms, plain, null, true, limit) : strict;
    }

    private String plain(String text) {
        return Sql.query(source, "select plain_text(?)", row -> row.getString(1), text)
                .get(0);
    }

    private Page<ProcedureSummary> byName(SearchTerms terms, String after, int limit) {
        List<Object> args = new ArrayList<>();
        StringBuilder sql =
                new StringBuilder("select code, version, name, field, department, effective_from, null::numeric"
                        + " from procedure_version v where ");
        narrow(terms, sql, args);
        String[] key = Cursor.decode(after, 2);
        if (key != null) {
            if (!key[1].matches("[0-9A-Z.]{1,30}")) {
                throw new ProblemException(Problems.INVALID_CURSOR);
            }
            sql.append(" and (name collate \"vi-x-icu\", code) > (?, ?)");
            args.addAll(List.of(key[0], key[1]));
        }
        sql.append(" order by name collate \"vi-x-icu\", code limit ?");
        args.add(limit + 1);
        List<ProcedureSummary> rows = Sql.query(source, sql.toString(), ProcedureSearch::summary, args.toArray());
        return Page.of(rows, limit, last -> Cursor.encode(last.name().vi(), last.code()));
    }

    private Page<ProcedureSummary> fitting(SearchTerms terms, String plain, String[] key, boolean near, int limit) {
        List<String> patterns = patterns(plain);
        if (patterns.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<Object> args = new ArrayList<>(List.of(plain, plain, plain));
        StringBuilder sql =
                new StringBuilder("select code, version, name, field, department, effective_from, score from ("
                        + "select v.*, round((case when code = ? then 4 when strpos(search, ?) > 0 then 2 else 0 end"
                        + " + similarity(?, search))::numeric, 4) as score from procedure_version v where ");
        narrow(terms, sql, args);
        if (near) {
            sql.append(" and ? <% search");
            args.add(plain);
        } else {
            sql.append(patterns.stream().map(each -> " and search like ?").collect(Collectors.joining()));
            args.addAll(patterns);
        }
        sql.append(") found");
        if (key != null) {
            sql.append(" where (score < ? or (score = ? and code > ?))");
            args.addAll(List.of(score(key[0]), score(key[0]), key[1]));
        }
        sql.append(" order by score desc, code limit ?");
        args.add(limit + 1);
        List<ProcedureSummary> rows = Sql.query(source, sql.toString(), ProcedureSearch::summary, args.toArray());
        return Page.of(
                rows, limit, last -> Cursor.encode(last.score().toPlainString(), last.code(), near ? NEAR : STRICT));
    }

    private static void narrow(SearchTerms terms, StringBuilder sql, List<Object> args) {
        sql.append("effective_from <= ? and (effective_to is null or effective_to >= ?)");
        args.addAll(List.of(terms.on(), terms.on()));
        if (terms.field() != null) {
            sql.append(" and field = ?");
            args.add(terms.field());
        }
        if (terms.unit() != null) {
            sql.append(" and exists (select from unit where id = ? and receives and valid_from <= ?"
                    + " and (valid_to is null or valid_to >= ?))");
            args.addAll(List.of(terms.unit(), terms.on(), terms.on()));
        }
    }

    /** Each word of the plain text as a LIKE pattern; the dot stays, since codes have one. */
    private static List<String> patterns(String plain) {
        return Arrays.stream(plain.split("[\\s\\p{Punct}&&[^.]]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + word + "%")
                .toList();
    }

    private static BigDecimal score(String text) {
        if (!text.matches("\\d\\.\\d{4}")) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
        return new BigDecimal(text);
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
}
