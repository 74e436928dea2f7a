package vn.motcua.catalog.search;

import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * One statement that reads the best fits of a text search query and counts what it could be narrowed by.
 *
 * @param wish null where every procedure fits: then only the counts are read
 * @param mode kept in the cursor
 */
record Fitting(SearchTerms terms, Wish wish, String query, String mode) {
    /** What a word is worth by the price of the alternative that stands for it, in thousandths. */
    private static final int[] PRICES = {1_000, 750, 500, 500, 250};

    /**
     * A page, and how many there are.
     *
     * @param all that fit the words, those left out by narrowing among them
     */
    record Fits(SearchResult page, int all) {
        static final Fits NONE = new Fits(SearchResult.EMPTY, 0);
    }

    Fits page(DataSource source, Combinations combinations, String[] key, int limit) {
        List<Object> args = new ArrayList<>();
        StringBuilder sql = new StringBuilder("with hit as materialized (select facets");
        sql.append(wish == null ? "" : ", code, version, " + score(args) + " as score")
                .append(" from (");
        open(sql, args);
        sql.append(") s)");
        if (limit > 0) {
            items(key, limit, sql, args);
        }
        sql.append(limit > 0 ? " union all " : " ").append(FacetCounts.SELECT);
        List<ProcedureSummary> items = new ArrayList<>();
        Map<Integer, Integer> combined = new TreeMap<>();
        Sql.query(
                source,
                sql.toString(),
                row -> row.getString(9).equals("ITEM")
                        ? items.add(ProcedureSearch.summary(row, wish))
                        : combined.put(row.getInt(2), row.getInt(8)),
                args.toArray());
        FacetCounts counts = new FacetCounts(terms);
        combined.forEach((number, procedures) -> counts.add(combinations.of(number), procedures));
        items.sort((a, b) -> a.score().equals(b.score())
                ? a.code().compareTo(b.code())
                : b.score().compareTo(a.score()));
        Page<ProcedureSummary> page = limit == 0
                ? new Page<>(List.of(), null)
                : Page.of(items, limit, last -> Cursor.encode(last.score().toString(), last.code(), mode));
        return new Fits(
                new SearchResult(page.items(), page.next(), counts.total(), null, counts.facets()), counts.all());
    }

    /** In force on the day: versions without a last day, and those that end then or later; each by its own index. */
    private void open(StringBuilder sql, List<Object> args) {
        sql.append("select * from procedure_search where effective_to is null");
        fitting(sql, args);
        sql.append(" union all select * from procedure_search where effective_to >= ?");
        args.add(terms.on());
        fitting(sql, args);
    }

    private void fitting(StringBuilder sql, List<Object> args) {
        sql.append(" and ");
        Narrowing.begun(terms, sql, args);
        if (wish != null) {
            sql.append(" and words @@ ?::tsquery");
            args.add(query);
        }
    }

    /**
     * In thousandths: the code 8; one phrase of the name 2, with its diacritics 1 more; what people call it 2, or 1.5 in
     * part; all words in the name 1; and up to 1 for short names.
     */
    private String score(List<Object> args) {
        String phrase = wish.key();
        args.addAll(List.of(
                phrase,
                phrase,
                " " + phrase + " ",
                " " + wish.exact() + " ",
                " " + phrase + " ",
                "| " + phrase + " |",
                1_000 * phrase.length()));
        String whole = "case when lower(code) = ? or lower(code) like ? || '.%' then 8000 else 0 end"
                + " + case when strpos(name_key, ?) > 0 then 2000 else 0 end"
                + " + case when strpos(name_exact, ?) > 0 then 1000 else 0 end"
                + " + case when strpos(phrases, ?) = 0 then 0 when strpos(phrases, ?) = 0 then 1500 else 2000 end"
                + " + least(1000, ?::integer / length(name_key))";
        if (wish.alternatives().isEmpty()) {
            args.add(wish.strict("A"));
            return whole + " + case when words @@ ?::tsquery then 1000 else 0 end";
        }
        return whole
                + wish.alternatives().values().stream()
                        .filter(each -> !each.isEmpty())
                        .map(each -> " + " + word(each, args))
                        .collect(Collectors.joining());
    }

    /** The dearer an alternative, the less it is worth; outside of the name all are worth little. */
    private static String word(Map<String, Integer> alternatives, List<Object> args) {
        Map<Integer, List<String>> byPrice = new TreeMap<>();
        alternatives.forEach((other, price) ->
                byPrice.computeIfAbsent(price, p -> new ArrayList<>()).add("'" + other + "'"));
        StringBuilder sql = new StringBuilder("case");
        byPrice.forEach((price, words) -> {
            sql.append(" when words @@ ?::tsquery then ").append(PRICES[price]);
            args.add(words.stream().map(word -> word + ":A").collect(Collectors.joining(" | ")));
        });
        return sql.append(" else 200 end").toString();
    }

    private void items(String[] key, int limit, StringBuilder sql, List<Object> args) {
        sql.append(", best as (select code, version, score from hit where true");
        if (!Narrowing.of(terms).isEmpty()) {
            sql.append(" and facets in (select id from search_facets where true");
            Narrowing.of(terms).values().forEach(each -> each.add(sql, args));
            sql.append(")");
        }
        if (key != null) {
            sql.append(" and (score < ? or (score = ? and code > ?))");
            args.addAll(List.of(ProcedureSearch.score(key[0]), ProcedureSearch.score(key[0]), key[1]));
        }
        sql.append(
                " order by score desc, code limit ?) select s.code, s.version, s.name, s.field, s.department,"
                        + " s.effective_from, s.online, best.score, 'ITEM' from best join procedure_search s using (code, version)");
        args.add(limit + 1);
    }
}
