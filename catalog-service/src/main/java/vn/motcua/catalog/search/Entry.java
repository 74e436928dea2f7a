package vn.motcua.catalog.search;

import vn.motcua.catalog.lists.WordLists;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.spelling.Vietnamese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a search reads of a version, each text spelled once.
 *
 * @param exact the name with diacritics
 * @param telling the name without, and without the words in front that say nothing
 * @param phrases field, topics and what people say, without diacritics
 * @param vector as PostgreSQL writes a text search vector; words are letters, digits and dots only
 * @param findable the words of name and phrases
 */
record Entry(
        ProcedureVersion version,
        String exact,
        String telling,
        List<String> phrases,
        Combination combination,
        String vector,
        Set<String> findable) {
    private static final int MOST_POSITIONS = 250;
    private static final int LAST_POSITION = 16_383;

    /** The values by which it can be narrowed. */
    record Combination(String field, List<String> levels, OnlineLevel online, List<String> topics) {}

    /** @param spelled keys of phrases met so far: there are few, and each is met again and again */
    static Entry of(ProcedureVersion version, WordLists lists, Map<String, String> spelled) {
        Procedure says = version.content();
        String exact = Vietnamese.exact(says.name().vi());
        String key = Vietnamese.unmarked(exact);
        List<WordLists.Topic> topics = lists.topicsOf(says, key);
        List<String> phrases = Stream.of(
                        Stream.of(says.field()),
                        topics.stream().flatMap(topic -> Stream.of(topic.vi(), topic.en())),
                        lists.saidFor(says, key).stream())
                .flatMap(each -> each)
                .map(phrase -> spelled.computeIfAbsent(phrase, Vietnamese::key))
                .toList();
        Map<String, List<String>> vector = new TreeMap<>();
        int[] position = {0};
        String end = says.code().substring(says.code().indexOf('.') + 1);
        add(vector, position, "A", Stream.of(key, Vietnamese.key(says.code()), Vietnamese.key(end)));
        add(vector, position, "B", phrases.stream());
        Set<String> findable = new HashSet<>(vector.keySet());
        findable.removeAll(List.of(Vietnamese.key(says.code()), Vietnamese.key(end)));
        add(vector, position, "C", says.results().stream().map(result -> Vietnamese.key(result.name())));
        return new Entry(
                version,
                exact,
                telling(key, lists.silent()),
                phrases,
                new Combination(
                        says.field(),
                        levels(says),
                        OnlineLevel.of(says.serviceLevel()),
                        topics.stream().map(WordLists.Topic::id).toList()),
                vector.entrySet().stream()
                        .map(each -> "'" + each.getKey() + "':" + String.join(",", each.getValue()))
                        .collect(Collectors.joining(" ")),
                findable);
    }

    String name() {
        return version.content().name().vi();
    }

    /** A name without the words in front that say nothing ("Thủ tục …"), so that length tells how well it fits. */
    private static String telling(String key, List<String> silentWords) {
        return silentWords.stream()
                .filter(silent -> key.startsWith(silent + " "))
                .findFirst()
                .map(silent -> key.substring(silent.length() + 1))
                .orElse(key);
    }

    private static List<String> levels(Procedure says) {
        return says.level() == null
                ? List.of()
                : Arrays.stream(says.level().split(","))
                        .map(String::strip)
                        .filter(level -> !level.isEmpty())
                        .toList();
    }

    private static void add(Map<String, List<String>> vector, int[] position, String weight, Stream<String> keys) {
        keys.flatMap(key -> key.isEmpty() ? Stream.of() : Stream.of(key.split(" ")))
                .forEach(word -> {
                    List<String> at = vector.computeIfAbsent(word, each -> new ArrayList<>());
                    if (at.size() < MOST_POSITIONS) {
                        at.add(Math.min(++position[0], LAST_POSITION) + weight);
                    }
                });
    }
}
