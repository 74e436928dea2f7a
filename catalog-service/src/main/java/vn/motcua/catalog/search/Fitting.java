package vn.motcua.catalog.search;

import vn.motcua.catalog.search.Narrowing.Facet;
import vn.motcua.catalog.search.SearchResult.Facets;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.sql.Sql;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/**
 * One statement that reads the best fits of a text search query and counts what it could be narrowed by.
 *
 * @param wish null where every procedure fits: then only the counts are read
 * @param mode kept in the cursor
 */
record Fitting(SearchTerms terms, Wish wish, String query, String mode) {
    private static final String[] PRICES = {"1", "0.75", "0.5", "0.5", "0.25"};

    SearchResult page(DataSource source, String[] key, int limit) {
        List<Object> args = new ArrayList<>();
        StringBuilder sql =
                new StringBuilder("with hit as materialized (select code, version, field, levels, online, topics, ");
        sql.append(wish == null ? "0" : score(args)).append(" as score from procedure_search s where ");
        Narrowing.days(terms, sql, args);
        if (wish != null) {
            sql.append(" and words @@ ?::tsquery");
            args.add(query);
        }
        sql.append(")");
        if (limit > 0) {
            items(key, limit, sql, args);
        }
        counts(limit > 0, sql, args);
        List<ProcedureSummary> items = new ArrayList<>();
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        Sql.query(
                source,
                sql.toString(),
                row -> {
                    if (row.getString(9).equals("ITEM")) {
                        items.add(ProcedureSearch.summary(row, wish));
                    } else {
                        counts.computeIfAbsent(row.getString(9), k -> new HashMap<>())
                                .put(row.getString(1), row.getInt(2));
                    }
                    return null;
                },
                args.toArray());
        items.sort((a, b) -> a.score().equals(b.score())
                ? a.code().compareTo(b.code())
                : b.score().compareTo(a.score()));
        Page<ProcedureSummary> page = limit == 0
                ? new Page<>(List.of(), null)
                : Page.of(items, limit, last -> Cursor.encode(last.score().toPlainString(), last.code(), mode));
        Map<Facet, List<SearchResult.Count>> facets = new EnumMap<>(Facet.class);
        for (Facet each : Facet.values()) {
            facets.put(each, ProcedureSearch.most(counts.getOrDefault(each.name(), Map.of())));
        }
        return new SearchResult(
                page.items(),
                page.next(),
                counts.getOrDefault("TOTAL", Map.of()).getOrDefault("", 0),
                null,
                new Facets(
                        facets.get(Facet.FIELD),
                        facets.get(Facet.LEVEL),
                        facets.get(Facet.ONLINE),
                        facets.get(Facet.TOPIC)));
    }

    /** Code 8; one phrase of the name 2, with its diacritics 1 more; what people call it 2, or 1.5 in part; in the name 1; short names first. */
    private String score(List<Object> args) {
        String phrase = wish.key();
        args.addAll(List.of(
                phrase,
                phrase,
                " " + phrase + " ",
                " " + wish.exact() + " ",
                "| " + phrase + " |",
                " " + phrase + " ",
                phrase.length()));
        String whole = "case when lower(code) = ? or lower(code) like ? || '.%' then 8 else 0 end"
                + " + case when strpos(' ' || name_key || ' ', ?) > 0 then 2 else 0 end"
                + " + case when strpos(' ' || name_exact || ' ', ?) > 0 then 1 else 0 end"
                + " + case when strpos(phrases, ?) > 0 then 2 when strpos(phrases, ?) > 0 then 1.5 else 0 end"
                + " + least(1, ?::numeric / greatest(length(name_key), 1))";
        String words;
        if (wish.alternatives().isEmpty()) {
            words = "case when words @@ ?::tsquery then 1 else 0 end";
            args.add(wish.strict("A"));
        } else {
            words = wish.alternatives().values().stream()
                    .filter(each -> !each.isEmpty())
                    .map(each -> word(each, args))
                    .collect(Collectors.joining(" + "));
        }
        return "round((" + whole + " + " + words + ")::numeric, 4)";
    }

    /** The dearer an alternative, the less it is worth; and less outside of the name. */
    private static String word(Map<String, Integer> alternatives, List<Object> args) {
        Map<Integer, List<String>> byPrice = new java.util.TreeMap<>();
        alternatives.forEach((other, price) ->
                byPrice.computeIfAbsent(price, p -> new ArrayList<>()).add("'" + other + "'"));
        StringBuilder sql = new StringBuilder("case");
        byPrice.forEach((price, words) -> {
            sql.append(" when words @@ ?::tsquery then ").append(PRICES[price]);
            sql.append(" when words @@ ?::tsquery then ").append(PRICES[price]).append(" * 0.6");
            args.add(words.stream().map(word -> word + ":A").collect(Collectors.joining(" | ")));
            args.add(String.join(" | ", words));
        });
        return sql.append(" else 0 end").toString();
    }

    private void items(String[] key, int limit, StringBuilder sql, List<Object> args) {
        sql.append(", best as (select code, version, score from hit where true");
        Narrowing.of(terms).values().forEach(each -> each.add(sql, args));
        if (key != null) {
            sql.append(" and (score < ? or (score = ? and code > ?))");
            args.addAll(List.of(ProcedureSearch.score(key[0]), ProcedureSearch.score(key[0]), key[1]));
        }
        sql.append(
                " order by score desc, code limit ?) select s.code, s.version, s.name, s.field, s.department,"
                        + " s.effective_from, s.online, best.score, 'ITEM' from best join procedure_search s using (code, version)");
        args.add(limit + 1);
    }

    private void counts(boolean more, StringBuilder sql, List<Object> args) {
        Map<Facet, Narrowing> narrowings = Narrowing.of(terms);
        String empty = IntStream.of(3, 4, 5).mapToObj(i -> "null").collect(Collectors.joining(", "))
                + ", null::date, null, null::numeric, ";
        sql.append(more ? " union all " : " ")
                .append("select '', count(*)::integer, ")
                .append(empty)
                .append("'TOTAL' from hit where true");
        narrowings.values().forEach(each -> each.add(sql, args));
        Map<Facet, String> values = Map.of(
                Facet.FIELD,
                "field",
                Facet.LEVEL,
                "unnest(levels)",
                Facet.ONLINE,
                "online",
                Facet.TOPIC,
                "unnest(topics)");
        for (Facet facet : Facet.values()) {
            sql.append(" union all select ")
                    .append(values.get(facet))
                    .append(", count(*)::integer, ")
                    .append(empty);
            sql.append("'").append(facet).append("' from hit where true");
            narrowings.forEach((other, narrowing) -> {
                if (other != facet) {
                    narrowing.add(sql, args);
                }
            });
            sql.append(" group by 1");
        }
    }
}
