package vn.motcua.catalog.search;

import java.util.List;

/**
 * A page of a search.
 *
 * @param next goes into {@code after} of the following call; null on the last page
 * @param total number of procedures on all pages
 * @param didYouMean the words that were looked for instead, where nothing fits those that were typed; else null
 * @param facets how the result can be narrowed; each with the counts that the other narrowings leave
 */
public record SearchResult(List<ProcedureSummary> items, String next, int total, String didYouMean, Facets facets) {

    /** A value and how many procedures have it. */
    public record Count(String value, int procedures) {}

    /** Values with at least one procedure, the most frequent first. */
    public record Facets(List<Count> fields, List<Count> levels, List<Count> online, List<Count> topics) {
        static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());
    }

    static final SearchResult EMPTY = new SearchResult(List.of(), null, 0, null, Facets.NONE);
}
