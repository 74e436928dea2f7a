package vn.motcua.catalog.search;

import vn.motcua.catalog.lists.WordLists;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.spelling.Vietnamese;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a search reads of a version, each text spelled once.
 *
 * @param exact the name with diacritics
 * @param telling the name without, and without the words in front that say nothing
 * @param phrases field, topics and what people say, without diacritics
 * @param nameWords keys of the words of name and code
 * @param otherWords keys of the words of phrases and results, those of the name left out
 * @param findable the words of name and phrases
 */
record Entry(
        ProcedureVersion version,
        String exact,
        String telling,
        List<String> phrases,
        Combination combination,
        Set<String> nameWords,
        Set<String> otherWords,
        Set<String> findable) {

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
        String end = says.code().substring(says.code().indexOf('.') + 1);
        Set<String> nameWords = words(Stream.of(key));
        Set<String> findable = new HashSet<>(nameWords);
        nameWords.addAll(words(Stream.of(Vietnamese.key(says.code()), Vietnamese.key(end))));
        Set<String> otherWords = words(phrases.stream());
        findable.addAll(otherWords);
        otherWords.addAll(words(says.results().stream().map(result -> Vietnamese.key(result.name()))));
        otherWords.removeAll(nameWords);
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
                nameWords,
                otherWords,
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

    private static Set<String> words(Stream<String> keys) {
        return keys.flatMap(key -> Stream.of(key.split(" ")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
