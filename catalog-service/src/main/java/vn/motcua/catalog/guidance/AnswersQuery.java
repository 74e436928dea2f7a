package vn.motcua.catalog.guidance;

import jakarta.ws.rs.core.MultivaluedMap;
import vn.motcua.catalog.guidance.Answers.ReturnMode;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Answers as the query of an address: short enough for a QR code, nothing in it tells who answered. */
public final class AnswersQuery {
    /** More pages or copies than this is a slip. */
    static final int MOST = 1_000;

    private static final int MOST_CASES = 30;

    private AnswersQuery() {}

    /** Reads them; whatever is wrong is one 400 that names the parameter. */
    public static Answers strict(MultivaluedMap<String, String> query) {
        return new Answers(
                cases(query.get("case")),
                Asked.number("pages", query.getFirst("pages"), 1, MOST, null),
                Asked.number("copies", query.getFirst("copies"), 1, MOST, null),
                one("channel", query.getFirst("channel"), Channel.class),
                one("return", query.getFirst("return"), ReturnMode.class),
                Asked.text("unit", query.getFirst("unit")));
    }

    /** Reads what can be read: bad input never stops a person. */
    public static Answers lenient(MultivaluedMap<String, String> query) {
        return new Answers(
                orElse(() -> cases(query.get("case")), Set.of()),
                orElse(() -> Asked.number("pages", query.getFirst("pages"), 1, MOST, null), null),
                orElse(() -> Asked.number("copies", query.getFirst("copies"), 1, MOST, null), null),
                orElse(() -> one("channel", query.getFirst("channel"), Channel.class), null),
                orElse(() -> one("return", query.getFirst("return"), ReturnMode.class), null),
                orElse(() -> Asked.text("unit", query.getFirst("unit")), null));
    }

    /** {@code ?case=…&pages=…}, only what was answered; empty without an answer. */
    public static String of(Answers answers) {
        List<String> parts = new ArrayList<>();
        answers.cases().stream().sorted().forEach(key -> parts.add("case=" + key));
        add(parts, "pages", answers.pages());
        add(parts, "copies", answers.copies());
        add(parts, "channel", answers.channel());
        add(parts, "return", answers.returnMode());
        add(parts, "unit", answers.unit());
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, Object value) {
        if (value != null) {
            parts.add(name + "=" + value);
        }
    }

    private static Set<String> cases(List<String> keys) {
        Set<String> found = new LinkedHashSet<>();
        for (String key : keys == null ? List.<String>of() : keys) {
            if (!key.isBlank()) {
                found.add(key);
            }
        }
        boolean wellFormed = found.size() <= MOST_CASES
                && found.stream()
                        .allMatch(key ->
                                key.matches("[0-9a-f]{8}") || key.equals(Answers.NONE) || key.equals(Answers.SELF));
        if (!wellFormed) {
            throw new ProblemException(Problems.VALIDATION).violation("/case", "[0-9a-f]{8}, none, self");
        }
        return found;
    }

    private static <E extends Enum<E>> E one(String parameter, String value, Class<E> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        String word = Asked.word(parameter, value, words, null);
        return word == null ? null : Enum.valueOf(type, word);
    }

    private static <T> T orElse(Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (ProblemException wrong) {
            return otherwise;
        }
    }
}
