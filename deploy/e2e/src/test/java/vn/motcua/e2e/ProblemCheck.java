package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer must never be: a failure of the server, a refusal in another form than RFC 9457, a word about the inside. */
final class ProblemCheck {
    private static final Pattern INSIDE =
            Pattern.compile("\\b(?:[a-z][a-z0-9]*\\.){2,}[A-Z][A-Za-z0-9]+|\\b[A-Z][A-Za-z]+Exception\\b"
                    + "|\\bat [\\w.$]+\\([A-Z]\\w+\\.java|Caused by:|SQLSTATE|\\bERROR: ");
    private static final int HEAD_MAX = 16 * 1024;
    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "instance");

    private final Set<String> types;

    private ProblemCheck(Set<String> types) {
        this.types = types;
    }

    /** @param root the repository: the closed lists are the titles in the message files */
    static ProblemCheck of(Path root) {
        Set<String> types = new TreeSet<>();
        for (String file : List.of(
                "deploy/platform/src/main/resources/platform_problems_en.properties",
                "deploy/gateway/src/main/resources/gateway_problems_en.properties",
                "catalog-service/src/main/resources/problems_en.properties",
                "intake-service/src/main/resources/problems_en.properties",
                "processing-service/src/main/resources/problems_en.properties",
                "notification-service/src/main/resources/problems_en.properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(root.resolve(file), StandardCharsets.UTF_8)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            texts.stringPropertyNames().stream()
                    .filter(key -> key.endsWith(".title"))
                    .forEach(key -> types.add("/problems/" + key.substring(0, key.lastIndexOf('.'))));
        }
        return new ProblemCheck(types);
    }

    /** What is wrong with an answer; null where nothing is. */
    String fault(Wire.Request request, Wire.Answer answer) {
        return isTooLongToRead(request, answer) ? null : fault(answer);
    }

    /**
     * The one answer without a body, ADR 11: the server gives up reading a first line (414) or headers (431) of more than 16 KiB, so
     * there is no request yet that could be answered in somebody's language.
     */
    private static boolean isTooLongToRead(Wire.Request request, Wire.Answer answer) {
        int line = request.method().length() + request.target().length() + " HTTP/1.1".length() + 1;
        int head = request.headers().stream()
                .mapToInt(each -> each.getKey().length() + each.getValue().length() + 2)
                .sum();
        boolean tooLong = answer.status() == 414 && line > HEAD_MAX || answer.status() == 431 && head > HEAD_MAX;
        return tooLong && answer.body().length == 0;
    }

    /** What is wrong with an answer to a request of usual size; null where nothing is. */
    String fault(Wire.Answer answer) {
        if (answer.status() >= 500) {
            return "a failure of the server";
        }
        String type = String.valueOf(answer.header("content-type"));
        boolean text =
                Stream.of("image/", "application/pdf", "application/x-ndjson").noneMatch(type::startsWith);
        if (text && INSIDE.matcher(answer.text()).find()) {
            return "a word about the inside";
        }
        if (answer.status() < 400) {
            return null;
        }
        return answer.text().contains("<html") ? "a page of the server" : problem(answer, type);
    }

    private String problem(Wire.Answer answer, String type) {
        if (!type.startsWith("application/problem+json")) {
            return "no problem detail but " + type;
        }
        JsonNode body = answer.json();
        if (!types.contains(body.path("type").asText())) {
            return "a type that is in no list: " + body.path("type");
        }
        for (String member : MEMBERS) {
            if (!body.hasNonNull(member) || body.get(member).asText().isBlank()) {
                return "no " + member;
            }
        }
        if (body.get("status").asInt() != answer.status()) {
            return "another status in the body";
        }
        for (JsonNode each : body.path("violations")) {
            String pointer = each.path("pointer").asText("?");
            if (!(pointer.isEmpty() || pointer.startsWith("/")) || !each.hasNonNull("message")) {
                return "a violation without pointer or message: " + each;
            }
        }
        return answer.header("content-language") == null ? "no Content-Language" : null;
    }
}
