package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.devstack.SuitePart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms that people send without logging in, spoiled at random: {@code -Dseed} repeats a run. The answer is a page, a redirect or a
 * problem detail, never a failure.
 */
class BadFormsIT extends SuiteFixture {
    private static final int TIMES = 300;
    private static final long SEED = Long.getLong("seed", System.nanoTime() & 0xffffffL);
    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=none",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "text/plain",
            "garbage");
    private static final List<String> PIECES =
            List.of("%", "%zz", "%00", "%FF", "%C3%28", "&", "=", "&&=&", ";", "%0D%0A", "%F0%9F%98%80", "+", "\u0000");

    /** @param right what a person would send */
    private record Form(SuitePart service, String path, String right) {}

    @Test
    void a_form_that_people_never_sent_is_answered_without_a_failure() throws IOException {
        System.err.printf("bad forms: -Dseed=%d%n", SEED);
        ProblemCheck problems = ProblemCheck.of(root());
        List<String> faults = new ArrayList<>();
        Map<String, Integer> seen = new TreeMap<>();
        Random random = new Random(SEED);
        for (Form form : List.of(
                new Form(SuitePart.INTAKE, "/ho-so", "ma=0123456789&pin=123456&lang=vi"),
                new Form(
                        SuitePart.NOTIFICATION,
                        "/gop-y?lang=vi",
                        "unit=" + Desk.MUONG_SAI
                                + "&category=PRAISE&text=Xin+c%E1%BA%A3m+%C6%A1n&contact=0912345645"))) {
            try (Wire wire = new Wire(suite().url(form.service()))) {
                Wire.Answer page = wire.send(Wire.Request.of("GET", form.path()));
                assertThat(page.status()).isEqualTo(200);
                for (int i = 0; i < TIMES; i++) {
                    Wire.Request request = Wire.Request.of("POST", form.path())
                            .header("X-Forwarded-For", "10.201." + random.nextInt(250) + "." + random.nextInt(250));
                    if (page.header("set-cookie") != null) {
                        request = request.header(
                                "Cookie", page.header("set-cookie").split(";")[0]);
                    }
                    String type = random.nextInt(3) > 0 ? TYPES.get(0) : TYPES.get(random.nextInt(TYPES.size()));
                    byte[] body = spoiled(hidden(page.text()) + form.right(), random);
                    Wire.Answer answer = wire.send(request.body(type, body));
                    seen.merge(form.path() + " " + answer.status(), 1, Integer::sum);
                    String fault = answer.status() >= 400 && !isPage(answer) ? problems.fault(answer) : null;
                    if (fault != null || answer.status() >= 500) {
                        faults.add(form.path() + " " + type + " " + new String(body, StandardCharsets.UTF_8) + ": "
                                + fault + " " + answer);
                    }
                }
            }
        }
        System.err.println("bad forms: " + seen);
        assertThat(faults).as("seed %d", SEED).isEmpty();
    }

    private static boolean isPage(Wire.Answer answer) {
        return String.valueOf(answer.header("content-type")).startsWith("text/html");
    }

    private static String hidden(String page) {
        StringBuilder fields = new StringBuilder();
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
                .matcher(page);
        while (field.find()) {
            if (!List.of("lang", "unit").contains(field.group(1))) {
                fields.append(field.group(1)).append('=').append(field.group(2)).append('&');
            }
        }
        return fields.toString();
    }

    /** With up to three pieces put in or bytes taken out. */
    private static byte[] spoiled(String right, Random random) {
        byte[] body = right.getBytes(StandardCharsets.UTF_8);
        for (int times = random.nextInt(4); times > 0 && body.length > 0; times--) {
            int at = random.nextInt(body.length);
            byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            next.write(body, 0, at);
            boolean cut = random.nextInt(4) == 0;
            if (!cut) {
                next.writeBytes(random.nextInt(8) == 0 ? new byte[] {(byte) random.nextInt(256)} : piece);
            }
            int from = cut ? Math.min(body.length, at + 1 + random.nextInt(20)) : at;
            next.write(body, from, body.length - from);
            body = next.toByteArray();
        }
        return body;
    }
}
