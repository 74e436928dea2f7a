package vn.motcua.catalog.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.WordLists;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.platform.sql.Sql;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps beside every version what a search reads; in the transaction that inserts the version. */
@ApplicationScoped
public class SearchIndex {
    private static final int BATCH = 500;
    private static final String INSERT =
            "insert into procedure_search (code, version, effective_from, effective_to, name,"
                    + " field, department, name_exact, name_key, phrases, levels, online, topics, name_words, other_words, facets)"
                    + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,"
                    + " (select id from search_facets where field = ? and levels = ? and online = ? and topics = ?))";

    /** Looked for first: a row that is refused takes its number all the same, and an import notes the same combinations again and again. */
    private static final String COMBINATION =
            "insert into search_facets (field, levels, online, topics) select ?, ?, ?, ? where not exists"
                    + " (select from search_facets where field = ? and levels = ? and online = ? and topics = ?)"
                    + " on conflict do nothing";

    @Inject
    AgroalDataSource source;

    @Inject
    Procedures procedures;

    private final WordLists lists = WordLists.from(ListSource.shipped());

    /** The lists the index was made with. */
    public WordLists lists() {
        return lists;
    }

    void note(@Observes Procedures.Inserted inserted) {
        Map<String, String> spelled = new HashMap<>();
        List<Entry> entries = inserted.versions().stream()
                .map(each -> Entry.of(each, lists, spelled))
                .toList();
        batch(
                COMBINATION,
                new LinkedHashSet<>(entries.stream().map(Entry::combination).toList()),
                (row, each) -> {
                    combination(row, 1, each);
                    combination(row, 5, each);
                });
        batch(INSERT, entries, SearchIndex::bind);
        noteWords(entries);
    }

    /** Adds the versions that have no row yet. @return the number of rows there are */
    public int complete() {
        for (List<ProcedureVersion> some = procedures.withoutSearchRow(BATCH);
                !some.isEmpty();
                some = procedures.withoutSearchRow(BATCH)) {
            note(new Procedures.Inserted(some));
        }
        return Sql.query(source, "select count(*) from procedure_search", row -> row.getInt(1))
                .get(0);
    }

    private interface Binder<T> {
        void bind(PreparedStatement row, T each) throws SQLException;
    }

    private <T> void batch(String sql, Collection<T> all, Binder<T> binder) {
        Sql.on(source, connection -> {
            try (PreparedStatement row = connection.prepareStatement(sql)) {
                for (T each : all) {
                    binder.bind(row, each);
                    row.addBatch();
                }
                return row.executeBatch();
            }
        });
    }

    private static void bind(PreparedStatement row, Entry each) throws SQLException {
        row.setString(1, each.version().content().code());
        row.setInt(2, each.version().version());
        row.setObject(3, each.version().effectiveFrom());
        row.setObject(4, each.version().effectiveTo());
        row.setString(5, each.name());
        row.setString(6, each.combination().field());
        row.setString(7, each.version().content().department());
        row.setString(8, " " + each.exact() + " ");
        row.setString(9, " " + each.telling() + " ");
        row.setString(10, each.phrases().stream().collect(Collectors.joining(" | ", "| ", " |")));
        row.setArray(11, texts(row, each.combination().levels()));
        row.setString(12, each.combination().online().name());
        row.setArray(13, texts(row, each.combination().topics()));
        row.setArray(14, texts(row, each.nameWords()));
        row.setArray(15, texts(row, each.otherWords()));
        combination(row, 16, each.combination());
    }

    private static void combination(PreparedStatement row, int first, Entry.Combination each) throws SQLException {
        row.setString(first, each.field());
        row.setArray(first + 1, texts(row, each.levels()));
        row.setString(first + 2, each.online().name());
        row.setArray(first + 3, texts(row, each.topics()));
    }

    private static Array texts(PreparedStatement row, Collection<String> texts) throws SQLException {
        return row.getConnection().createArrayOf("text", texts.toArray());
    }

    private void noteWords(List<Entry> entries) {
        Map<String, Integer> uses = new TreeMap<>();
        entries.forEach(each -> each.findable().forEach(word -> uses.merge(word, 1, Integer::sum)));
        batch(
                "insert into search_word values (?,?)"
                        + " on conflict (word) do update set uses = search_word.uses + excluded.uses",
                uses.entrySet(),
                (row, each) -> {
                    row.setString(1, each.getKey());
                    row.setInt(2, each.getValue());
                });
    }
}
