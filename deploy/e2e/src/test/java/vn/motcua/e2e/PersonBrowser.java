package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser without JavaScript: it keeps cookies, follows redirects, and sends the forms of a page with their hidden fields. */
final class PersonBrowser {
    private static final int HOPS = 10;
    private static final String BOUNDARY = "form-of-a-person";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> visited = new ArrayList<>();
    private URI here;

    PersonBrowser(String publicUrl) {
        here = URI.create(publicUrl);
    }

    /** A page as it came in the end. */
    record Page(URI address, int status, String html) {
        String find(String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(html);
            assertThat(found.find()).as("%s on %s: %s", pattern, address, html).isTrue();
            return found.group(1);
        }
    }

    Page open(String address) {
        return follow(HttpRequest.newBuilder(here.resolve(address)).GET());
    }

    /** Sends the form of the page whose action holds this text; {@code typed} replaces or adds fields. */
    Page send(Page page, String action, Map<String, String> typed) {
        Form form = form(page, action);
        Map<String, String> fields = new LinkedHashMap<>(form.hidden());
        fields.putAll(typed);
        String body = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(HttpRequest.newBuilder(page.address().resolve(form.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file with the form of the page whose action holds this text. */
    Page upload(Page page, String action, String name, byte[] content) {
        Form form = form(page, action);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.hidden()
                .forEach((field, value) ->
                        body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(BOUNDARY, field, value)
                                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .formatted(BOUNDARY, name)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return follow(HttpRequest.newBuilder(page.address().resolve(form.action()))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    boolean has(String cookie) {
        return cookies.keySet().stream().anyMatch(name -> name.startsWith(cookie));
    }

    /** All addresses asked so far, redirects among them. */
    List<String> visited() {
        return List.copyOf(visited);
    }

    private record Form(String action, Map<String, String> hidden) {}

    private static Form form(Page page, String wanted) {
        Matcher form = Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(page.html());
        while (form.find()) {
            String action = form.group(1).replace("&amp;", "&");
            if (action.contains(wanted)) {
                Map<String, String> hidden = new LinkedHashMap<>();
                Matcher field = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
                        .matcher(form.group(2));
                while (field.find()) {
                    hidden.put(field.group(1), field.group(2).replace("&quot;", "\""));
                }
                return new Form(action, hidden);
            }
        }
        throw new AssertionError("no form to " + wanted + " on " + page.address() + ": " + page.html());
    }

    private Page follow(HttpRequest.Builder first) {
        HttpRequest.Builder next = first;
        for (int hop = 0; hop < HOPS; hop++) {
            HttpResponse<String> answer = ask(next);
            here = answer.uri();
            if (answer.statusCode() / 100 != 3) {
                return new Page(here, answer.statusCode(), answer.body());
            }
            URI target = here.resolve(answer.headers().firstValue("Location").orElseThrow());
            next = HttpRequest.newBuilder(target).GET();
        }
        throw new AssertionError("too many redirects: " + visited);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpRequest sent = request.header("Accept-Language", "vi")
                    .timeout(Duration.ofSeconds(60))
                    .build();
            visited.add(sent.uri().toString());
            HttpResponse<String> answer = http.send(sent, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        boolean gone =
                pair[1].isEmpty() || cookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0");
        if (gone) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
