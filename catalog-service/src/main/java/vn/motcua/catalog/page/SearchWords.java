package vn.motcua.catalog.page;

import vn.motcua.catalog.field.Field;
import vn.motcua.catalog.lists.EnglishNames;
import vn.motcua.catalog.lists.WordLists;
import vn.motcua.catalog.search.FieldCount;
import vn.motcua.catalog.search.OnlineLevel;
import vn.motcua.catalog.search.ProcedureSummary;
import vn.motcua.catalog.search.SearchResult;
import vn.motcua.catalog.search.SearchTerms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A search's answer in the words of a page: what was found, and the links that narrow it or take a narrowing back. */
record SearchWords(PageTexts texts, WordLists lists, String lang, SearchLinks links) {
    private static final int VALUES_SHOWN = 8;

    /** The page before anything is asked. */
    Pages.Home first(List<FieldCount> fields) {
        return new Pages.Home(
                "",
                List.of(),
                List.of(),
                null,
                0,
                null,
                List.of(),
                lifeEvents(),
                fields.stream().mapToInt(FieldCount::procedures).sum(),
                fields.stream()
                        .map(each -> new Pages.Field(
                                each.field(), english(names().ofField(each.field())), each.procedures()))
                        .toList(),
                lang.equals("en"),
                null,
                links.with("lang", "vi"),
                links.with("lang", "en"));
    }

    Pages.Home found(SearchTerms terms, SearchResult page) {
        String meant = page.didYouMean();
        return new Pages.Home(
                terms.text() == null ? "" : terms.text(),
                chosen(terms),
                page.items().stream().map(this::row).toList(),
                page.next() == null ? null : links.with("after", page.next()),
                page.total(),
                meant == null ? null : new Pages.Link(meant, links.with("q", meant), null, true),
                facets(terms, page.facets()),
                List.of(),
                0,
                List.of(),
                page.items().stream().anyMatch(each -> english(each.unofficialNameEn()) != null),
                terms.field() == null || page.items().isEmpty() ? null : Field.id(terms.field()),
                links.with("lang", "vi"),
                links.with("lang", "en"));
    }

    private List<Pages.Link> lifeEvents() {
        return lists.topics().values().stream()
                .filter(topic -> topic.kind() == WordLists.TopicKind.LIFE_EVENT)
                .map(topic -> new Pages.Link(name(topic.id()), links.with("topic", topic.id()), null, false))
                .toList();
    }

    private List<Pages.Chosen> chosen(SearchTerms terms) {
        List<Pages.Chosen> chosen = new ArrayList<>();
        if (terms.field() != null) {
            chosen.add(new Pages.Chosen(terms.field(), true, links.with("field", null)));
        }
        if (terms.topic() != null) {
            chosen.add(new Pages.Chosen(name(terms.topic()), false, links.with("topic", null)));
        }
        if (terms.level() != null) {
            chosen.add(new Pages.Chosen(terms.level(), true, links.with("level", null)));
        }
        if (terms.online() != null) {
            chosen.add(new Pages.Chosen(online(terms.online().name()), false, links.with("online", null)));
        }
        return chosen;
    }

    private List<Pages.Facet> facets(SearchTerms terms, SearchResult.Facets facets) {
        List<Pages.Facet> shown = new ArrayList<>();
        add(shown, texts.topics(), "topic", facets.topics(), terms.topic(), this::name, false);
        add(shown, texts.fields(), "field", facets.fields(), terms.field(), value -> value, true);
        add(shown, texts.levels(), "level", facets.levels(), terms.level(), value -> value, true);
        String online = terms.online() == null ? null : terms.online().name();
        add(shown, texts.online_level(), "online", facets.online(), online, this::online, false);
        return shown;
    }

    /** Nothing is narrowed by a value that all have. */
    private void add(
            List<Pages.Facet> shown,
            String label,
            String parameter,
            List<SearchResult.Count> counts,
            String chosen,
            Function<String, String> words,
            boolean vietnamese) {
        List<Pages.Link> values = counts.stream()
                .filter(each -> !each.value().equals(chosen))
                .limit(VALUES_SHOWN)
                .map(each -> new Pages.Link(
                        words.apply(each.value()), links.with(parameter, each.value()), each.procedures(), vietnamese))
                .toList();
        if (counts.size() > 1) {
            shown.add(new Pages.Facet(label, values));
        }
    }

    private String name(String topic) {
        WordLists.Topic known = lists.topics().get(topic);
        return known == null ? topic : lang.equals("vi") ? known.vi() : known.en();
    }

    private String online(String level) {
        return switch (OnlineLevel.valueOf(level)) {
            case FULL -> texts.online_full();
            case PARTIAL -> texts.online_partial();
            case UNKNOWN -> texts.online_unknown();
        };
    }

    private static EnglishNames names() {
        return EnglishNames.shipped();
    }

    private String english(String translation) {
        return lang.equals("en") ? translation : null;
    }

    private Pages.Row row(ProcedureSummary found) {
        String name = found.name().vi();
        List<Pages.Piece> pieces = new ArrayList<>();
        int last = 0;
        for (ProcedureSummary.Mark mark : found.marks()) {
            pieces.add(new Pages.Piece(name.substring(last, mark.start()), false));
            pieces.add(new Pages.Piece(name.substring(mark.start(), mark.end()), true));
            last = mark.end();
        }
        pieces.add(new Pages.Piece(name.substring(last), false));
        pieces.removeIf(piece -> piece.text().isEmpty());
        return new Pages.Row(found.code(), found.field(), pieces, english(found.unofficialNameEn()));
    }
}
