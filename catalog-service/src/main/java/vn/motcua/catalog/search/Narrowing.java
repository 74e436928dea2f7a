package vn.motcua.catalog.search;

import java.util.EnumMap;
import java.util.Map;

/** What a search is narrowed by. */
final class Narrowing {
    private Narrowing() {}

    /** The ways of narrowing whose values are counted. */
    enum Facet {
        FIELD,
        LEVEL,
        ONLINE,
        TOPIC
    }

    /** The one value that the terms ask for, by facet. */
    static Map<Facet, String> of(SearchTerms terms) {
        Map<Facet, String> all = new EnumMap<>(Facet.class);
        put(all, Facet.FIELD, terms.field());
        put(all, Facet.LEVEL, terms.level());
        put(all, Facet.ONLINE, terms.online() == null ? null : terms.online().name());
        put(all, Facet.TOPIC, terms.topic());
        return all;
    }

    private static void put(Map<Facet, String> all, Facet facet, String value) {
        if (value != null) {
            all.put(facet, value);
        }
    }
}
