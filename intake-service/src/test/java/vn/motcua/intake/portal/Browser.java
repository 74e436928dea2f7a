package vn.motcua.intake.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without JavaScript: it keeps cookies, follows what it is told, and sends a form with its hidden fields. */
final class Browser {
    private final Map<String, String> cookies = new HashMap<>();

    /** Asks for a page without following. */
    Response get(String address) {
        return kept(request().get(local(address)));
    }

    /** Asks for a page and follows to where it leads. */
    Response open(String address) {
        return followed(get(address));
    }

    /** Logs in by the code flow, as the person whom the code names. */
    Browser login(String code) {
        Response asked = get("/nop-ho-so?lang=vi");
        assertThat(asked.statusCode()).isEqualTo(302);
        String state = query(asked.header("Location"), "state");
        Response back = kept(request().get("/nop-ho-so/dang-nhap?code=" + code + "&state=" + state));
        assertThat(back.statusCode()).as("after log-in").isEqualTo(302);
        return this;
    }

    /** Sends the form with this action as the page holds it; {@code typed} replaces or adds fields. */
    Response send(String page, String action, Map<String, String> typed) {
        return kept(form(page, action, typed).post(action));
    }

    /** Sends it and follows to the page that the browser then asks for. */
    Response submit(String page, String action, Map<String, String> typed) {
        return followed(send(page, action, typed));
    }

    /** Sends a file with the form of this action. */
    Response upload(String page, String action, String name, byte[] content) {
        RequestSpecification request = request()
                .config(RestAssured.config()
                        .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8")))
                .multiPart("file", name, content, "application/octet-stream");
        hidden(page, action).forEach(request::multiPart);
        return kept(request.post(action));
    }

    /** Sends what is no form to where a file is sent. */
    Response upload(String action, String noForm) {
        return request()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .body(noForm)
                .post(action);
    }

    /** Sends a file of many bytes, which are never held at once. */
    HttpResponse<String> uploadOf(long bytes, String page, String action, byte[] beginning) {
        String boundary = "form-of-the-test";
        StringBuilder head = new StringBuilder();
        hidden(page, action)
                .forEach(
                        (name, value) -> head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n".formatted(boundary));
        head.append("Content-Type: application/pdf\r\n\r\n");
        List<byte[]> parts = new ArrayList<>(List.of(head.toString().getBytes(StandardCharsets.UTF_8), beginning));
        byte[] block = new byte[64 * 1024];
        for (long sent = beginning.length; sent < bytes; sent += block.length) {
            parts.add(block);
        }
        parts.add(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String sentCookies = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + action))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Cookie", sentCookies)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(parts))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    RequestSpecification form(String page, String action, Map<String, String> typed) {
        Map<String, String> fields = hidden(page, action);
        fields.putAll(typed);
        return request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }

    RequestSpecification request() {
        return given().redirects().follow(false).urlEncodingEnabled(true).cookies(cookies);
    }

    void forget(String cookie) {
        cookies.keySet().removeIf(name -> name.startsWith(cookie));
    }

    void tamper(String cookie) {
        cookies.replaceAll((name, value) ->
                name.startsWith(cookie) ? value.substring(0, value.length() - 9) + "AAAAAAAAA" : value);
    }

    boolean has(String cookie) {
        return cookies.keySet().stream().anyMatch(name -> name.startsWith(cookie));
    }

    private Response followed(Response answer) {
        Response last = answer;
        for (int i = 0; i < 5 && last.statusCode() / 100 == 3; i++) {
            last = get(last.header("Location"));
        }
        return last;
    }

    private Response kept(Response answer) {
        for (Cookie cookie : answer.detailedCookies()) {
            if (cookie.getMaxAge() == 0
                    || cookie.getValue() == null
                    || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return answer;
    }

    private static String local(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    static String query(String address, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
        assertThat(found.find()).as("%s in %s", name, address).isTrue();
        return found.group(1);
    }

    private static Map<String, String> hidden(String page, String action) {
        Map<String, String> fields = new HashMap<>();
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"" + Pattern.quote(action.replace("&", "&amp;"))
                                + "[^\"]*\"[^>]*>(.*?)</form>",
                        Pattern.DOTALL)
                .matcher(page);
        assertThat(form.find()).as("form %s in %s", action, page).isTrue();
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
                .matcher(form.group(1));
        while (field.find()) {
            fields.put(field.group(1), field.group(2).replace("&quot;", "\"").replace("&#39;", "'"));
        }
        return fields;
    }
}
