package vn.motcua.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A row of {@code refusals.csv} as a request about one thing. */
final class RefusalCall {
    private final RefusalTable.Row row;
    private final Map<String, String> names;
    private String query = "";
    private String json;
    private String file;
    private boolean stale;
    private boolean fresh;

    RefusalCall(RefusalTable.Row row, Map<String, String> names) {
        this.row = row;
        this.names = new java.util.HashMap<>(names);
        if (row.path().startsWith("/api/processing/cases/")) {
            this.names.put("id", names.get("case"));
        }
        String left = row.with();
        if (left.contains("{")) {
            int from = left.indexOf('{');
            int to = left.lastIndexOf('}') + 1;
            json = filled(left.substring(from, to));
            left = left.substring(0, from) + left.substring(to);
        }
        for (String word : left.isBlank() ? new String[0] : left.strip().split("\\s+")) {
            take(word);
        }
    }

    /** Whether the act is tried on the newest revision. */
    boolean fresh() {
        return fresh;
    }

    /** Where the revision stands that {@link #fresh} acts on. */
    String resource() {
        return path().replaceAll("/(actions|result(/words)?|examination/attachments)$", "");
    }

    /** @param etag of the thing; ignored where the row asks for none */
    Wire.Request request(String etag) {
        Wire.Request request = Wire.Request.of(row.method(), path() + query);
        if (row.method().equals("POST")) {
            request = request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (stale || fresh) {
            request = request.header("If-Match", stale ? "\"0\"" : etag);
        }
        if (json != null) {
            return request.body("application/json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        if ("@pdf".equals(file)) {
            return request.body("application/pdf", World.PDF);
        }
        if ("@zip".equals(file)) {
            return request.body("application/zip", zip());
        }
        return row.method().equals("GET") ? request : request.body(new byte[0]);
    }

    /** What the answer to those who pass holds; null for nothing special. */
    String shows() {
        return row.shows() == null ? null : filled(row.shows());
    }

    private void take(String word) {
        switch (word.charAt(0)) {
            case '?' -> query = filled(word);
            case '@' -> file = word;
            default -> {
                stale |= word.equals("stale");
                fresh |= word.equals("fresh");
                int equals = word.indexOf('=');
                if (equals > 0) {
                    names.put(word.substring(0, equals), filled(word.substring(equals + 1)));
                }
            }
        }
    }

    private String path() {
        String path = row.path();
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (name.getValue() != null) {
                path = path.replace("{" + name.getKey() + "}", name.getValue());
            }
        }
        if (path.contains("{")) {
            throw new IllegalStateException("Not all known: " + path);
        }
        return path;
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replaceAll(
                    "\\$" + name.getKey() + "\\b", java.util.regex.Matcher.quoteReplacement("" + name.getValue()));
        }
        if (filled.matches(".*\\$[a-z].*")) {
            throw new IllegalStateException("Not all known: " + filled);
        }
        return filled;
    }

    /** A package in which no list is. */
    private static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("nothing.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
