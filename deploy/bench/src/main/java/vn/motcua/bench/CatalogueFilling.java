package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A large catalogue, brought in by the import that editors use and released as chairs do: names are put together from the beginnings and the ends of
 * real ones, so that words are as frequent as in life; the same procedures again give the further versions.
 */
final class CatalogueFilling {
    private static final int FIRST_CODE = 100_000;
    private static final List<String> FIRST_DAYS = List.of("2025-08-01", "2026-01-01", "2026-06-01");
    private static final Pattern ROW = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)");

    private final URI gateway;
    private final List<String> names = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    /** @param root of the repository, for the shipped list */
    CatalogueFilling(URI gateway, Path root) throws IOException {
        this.gateway = gateway;
        Path list = root.resolve("catalog-service/src/main/resources/data/procedures.csv");
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8).subList(1, 400)) {
            List<String> cells = cells(line);
            if (cells.size() > 3 && cells.get(0).matches("\\d\\.\\d{6}")) {
                names.add(cells.get(1));
                fields.add(cells.get(2));
            }
        }
    }

    /** Imports so many procedures in each of three versions; those that are there already change nothing. */
    void fill(int procedures) throws InterruptedException {
        for (int version = 0; version < FIRST_DAYS.size(); version++) {
            once(procedures, version + 1, FIRST_DAYS.get(version));
        }
    }

    /** One import and its release; returns when it is public. */
    private void once(int procedures, int version, String firstDay) throws InterruptedException {
        release(propose(procedures, version, firstDay));
    }

    /**
     * An import in the background, as officers' browsers ask for it, and its submission.
     *
     * @return what stands there to be released; null where the lists change nothing
     */
    JsonNode propose(int procedures, int version, String firstDay) throws InterruptedException {
        Token editor = Token.of(gateway, "bien.editor");
        try (Wire wire = new Wire(gateway)) {
            Request lists = Request.post("/api/catalog/imports?dryRun=false&effectiveFrom=" + firstDay)
                    .header("Prefer", "respond-async")
                    .once(Client.key())
                    .bytes("application/zip", zip(procedures, version));
            JsonNode run = ended(wire, run(wire, lists, editor), editor);
            if (run.path("counts").path("refused").asInt() > 0) {
                throw new IllegalStateException("import: " + run);
            }
            return run.path("proposal").isNull()
                    ? null
                    : run(wire, act(run, "{\"action\":\"SUBMIT\",\"reason\":\"bench\"}"), editor);
        }
    }

    /** The release of it by another person, in the background; returns when it is public. */
    void release(JsonNode proposed) throws InterruptedException {
        if (proposed == null) {
            return;
        }
        Token chair = Token.of(gateway, "chu.chair");
        try (Wire wire = new Wire(gateway)) {
            Request release = act(proposed, "{\"action\":\"RELEASE\"}").header("Prefer", "respond-async");
            JsonNode run = ended(wire, run(wire, release, chair), chair);
            if (!run.path("proposal").path("state").asText().equals("RELEASED")) {
                throw new IllegalStateException("release: " + run);
            }
        }
    }

    private static Request act(JsonNode run, String body) {
        return Request.post("/api/catalog/imports/" + run.path("id").asText() + "/actions")
                .match("\"" + run.path("proposal").path("revision").asLong() + "\"")
                .once(Client.key())
                .json(body);
    }

    /** Waits for the end of what the background does. */
    private static JsonNode ended(Wire wire, JsonNode begun, Token officer) throws InterruptedException {
        JsonNode run = begun;
        while (run.path("finishedAt").isNull() && !run.path("phase").asText().equals("INTERRUPTED")) {
            TimeUnit.MILLISECONDS.sleep(500);
            officer.renewIfOld();
            run = run(
                    wire, Request.get("/api/catalog/imports/" + begun.path("id").asText()), officer);
        }
        if (!run.path("phase").asText().equals("DONE")) {
            throw new IllegalStateException("import: " + run);
        }
        return run;
    }

    private static JsonNode run(Wire wire, Request request, Token editor) {
        Wire.Answer answer = wire.send(request.as(editor));
        if (!answer.ok()) {
            throw new IllegalStateException("import: " + answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    private byte[] zip(int procedures, int version) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder list = new StringBuilder("code,name,field,level,time_limit_value,time_limit_unit,fee_vnd,"
                + "service_level,authority,legal_basis,source\n");
        for (int i = 0; i < procedures; i++) {
            int field = random.nextInt(fields.size());
            list.append("9.")
                    .append(FIRST_CODE + i)
                    .append(",\"")
                    .append(name(random))
                    .append("\",\"");
            list.append(fields.get(field)).append("\",\"Cấp tỉnh, Cấp xã\",10,working_day,,");
            list.append(random.nextBoolean() ? "full" : "partial").append(",Ủy ban nhân dân cấp xã ");
            list.append(version).append(",,bench\n");
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("procedures.csv", list.toString());
        files.put("procedure_methods.csv", "procedure_code,method,time_value,time_unit,fee_vnd,fee_note,description\n");
        files.put("procedure_documents.csv", "procedure_code,document_name,original_or_copy,quantity,case_name\n");
        files.put("procedure_results.csv", "procedure_code,result_name,result_code\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String name(SplittableRandom random) {
        String[] begin = names.get(random.nextInt(names.size())).split(" ");
        String[] end = names.get(random.nextInt(names.size())).split(" ");
        int first = Math.min(begin.length, 3 + random.nextInt(5));
        int last = Math.min(end.length, 3 + random.nextInt(6));
        List<String> words = new ArrayList<>(List.of(begin).subList(0, first));
        words.addAll(List.of(end).subList(end.length - last, end.length));
        return String.join(" ", words).replace("\"", "");
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        ROW.matcher(line)
                .results()
                .forEach(each -> cells.add(each.group(1) != null ? each.group(1).replace("\"\"", "") : each.group(2)));
        return cells;
    }

    /** A real name's words, for those who search. */
    String name(int number) {
        return names.get(Math.floorMod(number, names.size()));
    }
}
