package vn.motcua.catalog.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A condition on {@code procedure_search} or {@code search_facets}, with its one value. */
record Narrowing(String condition, Object value) {

    /** The ways of narrowing whose values are counted. */
    enum Facet {
        FIELD,
        LEVEL,
        ONLINE,
        TOPIC
    }

    /** What the terms narrow by facets. */
    static Map<Facet, Narrowing> of(SearchTerms terms) {
        Map<Facet, Narrowing> all = new EnumMap<>(Facet.class);
        if (terms.field() != null) {
            all.put(Facet.FIELD, new Narrowing("field = ?", terms.field()));
        }
        if (terms.level() != null) {
            all.put(Facet.LEVEL, new Narrowing("? = any(levels)", terms.level()));
        }
        if (terms.online() != null) {
            all.put(Facet.ONLINE, new Narrowing("online = ?", terms.online().name()));
        }
        if (terms.topic() != null) {
            all.put(Facet.TOPIC, new Narrowing("? = any(topics)", terms.topic()));
        }
        return all;
    }

    void add(StringBuilder sql, List<Object> args) {
        sql.append(" and ").append(condition);
        args.add(value);
    }

    /** In force on the day, and offered by the unit. */
    static void days(SearchTerms terms, StringBuilder sql, List<Object> args) {
        sql.append("(effective_to is null or effective_to >= ?) and ");
        args.add(terms.on());
        begun(terms, sql, args);
    }

    /** Begun on the day or before, and offered by the unit. */
    static void begun(SearchTerms terms, StringBuilder sql, List<Object> args) {
        sql.append("effective_from <= ?");
        args.add(terms.on());
        if (terms.unit() != null) {
            sql.append(" and exists (select from unit where id = ? and receives and valid_from <= ?"
                    + " and (valid_to is null or valid_to >= ?))");
            args.addAll(List.of(terms.unit(), terms.on(), terms.on()));
        }
    }
}
