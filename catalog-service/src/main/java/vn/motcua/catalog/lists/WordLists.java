package vn.motcua.catalog.lists;

import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.spelling.Vietnamese;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people say instead of a procedure's name: their own words, life events and subjects, and the words of a question
 * that say nothing. All of it is data.
 *
 * @param topics by id, in the list's order
 * @param silent keys of words and phrases that narrow no search, the longest first
 */
public record WordLists(
        List<Said> said, Map<String, Topic> topics, List<Member> members, List<String> silent, List<RowError> errors) {

    /** Kinds of topics. */
    public enum TopicKind {
        LIFE_EVENT,
        SUBJECT
    }

    /** A life event or a group of people. */
    public record Topic(String id, TopicKind kind, String vi, String en) {}

    /** Words that mean the procedures with this phrase in their name, or of this code. */
    public record Said(String words, String inName, String code) {}

    /** Which procedures belong to a topic: all that fit every part which is not null. */
    public record Member(String topic, String field, String inName, String code) {}

    /** Words of English names that would be taken for Vietnamese ones written without diacritics. */
    private static final Pattern LITTLE =
            Pattern.compile("(?i)\\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)\\b");

    /** Reads the shipped lists or those of another source; errors are listed, not thrown. */
    public static WordLists from(ListSource source) {
        List<RowError> errors = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        for (Row row : CsvList.read(source, "search_words.csv", Set.of("said", "in_name", "code"), null, errors)) {
            said.add(new Said(row.required("said"), key(row.text("in_name")), row.text("code")));
        }
        EnglishNames english = EnglishNames.from(source);
        english.procedures()
                .forEach((code, name) ->
                        said.add(new Said(key(LITTLE.matcher(name).replaceAll(" ")), null, code)));
        errors.addAll(english.errors());
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (Row row : CsvList.read(source, "topics.csv", Set.of("id", "kind", "name_vi", "name_en"), null, errors)) {
            topics.put(
                    row.required("id"),
                    new Topic(
                            row.text("id"),
                            row.requiredWord("kind", WordLists::kind),
                            row.required("name_vi"),
                            row.required("name_en")));
        }
        List<Member> members = new ArrayList<>();
        for (Row row : CsvList.read(
                source, "topic_procedures.csv", Set.of("topic", "field", "in_name", "code"), null, errors)) {
            String topic = row.requiredWord("topic", id -> topics.containsKey(id) ? id : null);
            members.add(new Member(topic, row.text("field"), key(row.text("in_name")), row.text("code")));
        }
        List<String> silent = CsvList.read(source, "stop_words.csv", Set.of("word"), null, errors).stream()
                .map(row -> key(row.required("word")))
                .sorted((a, b) -> b.length() - a.length())
                .toList();
        return new WordLists(said, topics, members, silent, List.copyOf(errors));
    }

    /**
     * What people say for this procedure.
     *
     * @param name its name's key, as for {@link #topicsOf}
     */
    public List<String> saidFor(Procedure procedure, String name) {
        return said.stream()
                .filter(each -> fits(procedure, name, null, each.inName(), each.code()))
                .map(Said::words)
                .toList();
    }

    /** The topics it belongs to, in their order. */
    public List<Topic> topicsOf(Procedure procedure, String name) {
        Set<String> ids = members.stream()
                .filter(each -> fits(procedure, name, each.field(), each.inName(), each.code()))
                .map(Member::topic)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return topics.values().stream()
                .filter(topic -> ids.contains(topic.id()))
                .toList();
    }

    private static boolean fits(Procedure procedure, String name, String field, String inName, String code) {
        return (field == null || field.equals(procedure.field()))
                && (inName == null || (" " + name + " ").contains(" " + inName + " "))
                && (code == null || code.equals(procedure.code()));
    }

    private static String key(String text) {
        return text == null ? null : Vietnamese.key(text);
    }

    private static TopicKind kind(String word) {
        for (TopicKind each : TopicKind.values()) {
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return each;
            }
        }
        return null;
    }
}
