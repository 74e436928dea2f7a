package vn.motcua.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every page of people must be: small, well-formed, with a label for each field, and without scripts. */
final class HtmlCheck {
    private static final int BYTES_MAX = 30_000;
    private static final int REQUESTS_MAX = 4;
    private static final Set<String> VOID = Set.of("meta", "input", "br", "img", "link", "hr");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>");

    private HtmlCheck() {}

    static void of(String page, String html) {
        assertThat(html.getBytes(StandardCharsets.UTF_8).length)
                .as("bytes of %s", page)
                .isLessThanOrEqualTo(BYTES_MAX);
        assertThat(1 + count("<(?:img|link|script|iframe)\\b", html))
                .as("requests of %s", page)
                .isLessThanOrEqualTo(REQUESTS_MAX);
        assertThat(html).as(page).doesNotContain("<script", " onclick=", "javascript:", "NOT_FOUND", "{portal");
        wellFormed(page, html.substring(html.indexOf("<html")));
        ids(page, html);
        labels(page, html);
        assertThat(count("<h1", html)).as("headings of %s", page).isEqualTo(1);
        assertThat(html).as(page).contains("<main", "<title>").containsPattern("<html lang=\"(vi|en)\">");
    }

    private static void wellFormed(String page, String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(html.replaceAll("(?s)<style>.*?</style>", ""));
        while (tag.find()) {
            String name = tag.group(2);
            if (VOID.contains(name)) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                open.push(name);
            } else {
                assertThat(open.pop())
                        .as("closed in %s at %s", page, tag.start())
                        .isEqualTo(name);
            }
        }
        assertThat(open).as("left open in %s", page).isEmpty();
    }

    private static void ids(String page, String html) {
        Set<String> ids = new HashSet<>();
        Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
        while (id.find()) {
            assertThat(ids.add(id.group(1)))
                    .as("id %s twice in %s", id.group(1), page)
                    .isTrue();
        }
        Matcher described = Pattern.compile(" aria-describedby=\"([^\"]+)\"").matcher(html);
        while (described.find()) {
            assertThat(ids)
                    .as("described in %s", page)
                    .contains(described.group(1).split(" "));
        }
        Matcher label = Pattern.compile("<label for=\"([^\"]+)\"").matcher(html);
        while (label.find()) {
            assertThat(ids).as("label in %s", page).contains(label.group(1));
        }
    }

    private static void labels(String page, String html) {
        Matcher field = Pattern.compile("(<label[^>]*>\\s*)?<(?:input|select|textarea)([^>]*)>")
                .matcher(html);
        while (field.find()) {
            Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(field.group(2));
            boolean labelled = field.group(2).contains("type=\"hidden\"")
                    || field.group(1) != null
                    || id.find() && html.contains("<label for=\"" + id.group(1) + "\"");
            assertThat(labelled).as("label of%s in %s", field.group(2), page).isTrue();
        }
    }

    private static int count(String pattern, String html) {
        return (int) Pattern.compile(pattern).matcher(html).results().count();
    }
}
