package vn.motcua.catalog.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.WordLists;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.spelling.Vietnamese;
import vn.motcua.platform.sql.Sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps beside every version what a search reads; in the transaction that inserts the version. */
@ApplicationScoped
public class SearchIndex {
    private static final int BATCH = 500;
    private static final int MOST_POSITIONS = 250;

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
        Sql.on(source, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into procedure_search values (?,?,?,?,?,?,?,?,?,?,?,?,?,?::tsvector)")) {
                for (ProcedureVersion each : inserted.versions()) {
                    bind(insert, each);
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
        noteWords(inserted.versions());
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

    private void bind(PreparedStatement insert, ProcedureVersion each) throws SQLException {
        Procedure says = each.content();
        List<WordLists.Topic> topics = lists.topicsOf(says);
        String name = says.name().vi();
        insert.setString(1, says.code());
        insert.setInt(2, each.version());
        insert.setObject(3, each.effectiveFrom());
        insert.setObject(4, each.effectiveTo());
        insert.setString(5, name);
        insert.setString(6, says.field());
        insert.setString(7, says.department());
        insert.setString(8, " " + Vietnamese.exact(name) + " ");
        insert.setString(9, " " + telling(Vietnamese.key(name)) + " ");
        insert.setString(10, phrases(says).map(Vietnamese::key).collect(Collectors.joining(" | ", "| ", " |")));
        insert.setArray(11, insert.getConnection().createArrayOf("text", levels(says)));
        insert.setString(12, OnlineLevel.of(says.serviceLevel()).name());
        insert.setArray(
                13,
                insert.getConnection()
                        .createArrayOf(
                                "text", topics.stream().map(WordLists.Topic::id).toArray()));
        insert.setString(14, words(says));
    }

    /** A name without the words in front that say nothing ("Thủ tục …"), so that length tells how well it fits. */
    private String telling(String key) {
        return lists.silent().stream()
                .filter(silent -> key.startsWith(silent + " "))
                .findFirst()
                .map(silent -> key.substring(silent.length() + 1))
                .orElse(key);
    }

    private static Object[] levels(Procedure says) {
        return says.level() == null
                ? new Object[0]
                : Arrays.stream(says.level().split(","))
                        .map(String::strip)
                        .filter(level -> !level.isEmpty())
                        .toArray();
    }

    private Stream<String> phrases(Procedure says) {
        return Stream.of(
                        Stream.of(says.field()),
                        lists.topicsOf(says).stream().flatMap(topic -> Stream.of(topic.vi(), topic.en())),
                        lists.saidFor(says).stream())
                .flatMap(each -> each);
    }

    /** As PostgreSQL writes a text search vector; words are letters, digits and dots only. */
    private String words(Procedure says) {
        Map<String, List<String>> vector = new TreeMap<>();
        int[] position = {0};
        add(
                vector,
                position,
                "A",
                Stream.of(
                        says.name().vi(),
                        says.code(),
                        says.code().substring(says.code().indexOf('.') + 1)));
        add(vector, position, "B", phrases(says));
        add(vector, position, "C", says.results().stream().map(result -> result.name()));
        return vector.entrySet().stream()
                .map(each -> "'" + each.getKey() + "':" + String.join(",", each.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static void add(Map<String, List<String>> vector, int[] position, String weight, Stream<String> texts) {
        texts.flatMap(text -> Vietnamese.words(text).stream()).forEach(word -> {
            List<String> at = vector.computeIfAbsent(word.key(), key -> new ArrayList<>());
            if (at.size() < MOST_POSITIONS) {
                at.add(Math.min(++position[0], 16_383) + weight);
            }
        });
    }

    private void noteWords(List<ProcedureVersion> versions) {
        Map<String, Integer> uses = new HashMap<>();
        for (ProcedureVersion each : versions) {
            Stream.concat(Stream.of(each.content().name().vi()), phrases(each.content()))
                    .flatMap(text -> Vietnamese.words(text).stream())
                    .map(Vietnamese.Word::key)
                    .collect(Collectors.toSet())
                    .forEach(word -> uses.merge(word, 1, Integer::sum));
        }
        Set<Map.Entry<String, Integer>> sorted = new TreeMap<>(uses).entrySet();
        Sql.on(source, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into search_word values (?,?)"
                    + " on conflict (word) do update set uses = search_word.uses + excluded.uses")) {
                for (Map.Entry<String, Integer> word : sorted) {
                    insert.setString(1, word.getKey());
                    insert.setInt(2, word.getValue());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }
}
