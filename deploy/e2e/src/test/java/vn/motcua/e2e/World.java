package vn.motcua.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import vn.motcua.devstack.Suite;
import vn.motcua.e2e.RefusalTable.Relation;
import vn.motcua.e2e.RefusalTable.Who;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Makes the things that {@code refusals.csv} names, each by the people whose work it is, and says what they are called. */
final class World {
    static final String OWN = Desk.MUONG_SAI;
    static final String OTHER = Desk.QUYNH_NHAI;
    static final String DEPARTMENT = "office";

    static final byte[] PDF =
            ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final String COPY = "2.000815";
    private static final String MARITAL_STATUS = "1.004873";
    private static final String DOSSIERS = "/api/intake/dossiers";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Suite suite;
    private final Callers callers;

    World(Suite suite, Callers callers) {
        this.suite = suite;
        this.callers = callers;
    }

    /** The names of a new thing's parts, as {@code $name} in the table. */
    Map<String, String> make(String kind) {
        try (Making making = new Making()) {
            making.make(kind);
            return making.names;
        }
    }

    /** One thing in the making; one thread. */
    private final class Making implements AutoCloseable {
        private final Wire wire = new Wire(suite.publicUrl());
        private final Map<String, String> names = new LinkedHashMap<>(Map.of(
                "unit",
                OWN,
                "procedure",
                COPY,
                "department",
                DEPARTMENT,
                "area",
                "VN",
                "year",
                "2026",
                "number",
                "1",
                "consumer",
                "nobody",
                "key",
                "nothing",
                "code",
                COPY,
                "id",
                OWN));
        private Relation competent = Relation.OWN_UNIT_OWN_DEPARTMENT;

        void make(String kind) {
            switch (kind) {
                case "nothing" -> {}
                case "feedback" -> feedback();
                case "catalogue-draft" -> catalogueDraft();
                case "draft" -> open(Who.RECEPTION, "COUNTER", COPY, OWN, OWN);
                case "online" -> online();
                case "counter" -> received(COPY, OWN, OWN);
                case "split" -> {
                    competent = Relation.OTHER_UNIT_OWN_DEPARTMENT;
                    received(COPY, OTHER, OWN);
                }
                case "claimed" -> claimed(COPY, OWN);
                case "claimed-days" -> claimed(MARITAL_STATUS, OWN);
                case "extension" -> extension();
                case "drafted" -> drafted(OWN);
                case "proposed" -> proposed(OWN);
                case "decided" -> decided(OWN);
                case "away" -> decided(OTHER);
                case "redrafted" -> {
                    decided(OWN);
                    names.put("reissue", upload(callers.token(Who.APPROVER), ""));
                }
                default -> throw new IllegalStateException("Nobody knows how to make: " + kind);
            }
        }

        private void feedback() {
            Map<String, Object> said = Map.of("category", "PRAISE", "text", "Phục vụ tốt", "unit", OWN);
            JsonNode taken =
                    done(Wire.Request.of("POST", "/api/notification/feedback").json(said));
            names.put("feedback", taken.get("code").asText());
            names.put("id", feedbackId(taken.get("receivedAt").asText()));
        }

        /** Of the feedback that came at this instant: no list tells a code. */
        private String feedbackId(String receivedAt) {
            String path = "/api/notification/hotline/feedback?which=OPEN&state=RECEIVED&limit=100";
            String after = "";
            while (true) {
                JsonNode page = done(Wire.Request.of("GET", path + after).token(callers.token(Who.DIRECTOR)));
                for (JsonNode line : page.get("items")) {
                    if (line.get("receivedAt").asText().equals(receivedAt)) {
                        return line.get("feedbackId").asText();
                    }
                }
                if (!page.hasNonNull("next")) {
                    throw new AssertionError("the director does not see the feedback of " + receivedAt);
                }
                after = "&after=" + page.get("next").asText();
            }
        }

        /** A code has one open draft: whoever comes second works on that one. */
        private void catalogueDraft() {
            Wire.Answer answer = send(Wire.Request.of("POST", "/api/catalog/drafts")
                    .token(callers.token(Who.CATALOG_EDITOR))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .json(Map.of("code", MARITAL_STATUS, "reason", "Cập nhật thành phần hồ sơ")));
            names.put(
                    "id",
                    answer.json().get(answer.status() == 409 ? "draft" : "id").asText());
        }

        private void online() {
            open(Who.CITIZEN, "ONLINE", COPY, OWN, OWN);
            names.put(
                    "component", dossier(Who.CITIZEN).at("/papers/0/component").asText());
            act(Who.CITIZEN, "SUBMIT", Map.of());
        }

        private void received(String procedure, String competentUnit, String returningUnit) {
            open(Who.RECEPTION, "COUNTER", procedure, competentUnit, returningUnit);
            for (JsonNode paper : dossier(Who.RECEPTION).get("papers")) {
                names.put("component", paper.get("component").asText());
                Map<String, Object> shown = Map.of("state", "PRESENTED", "presentedAs", "COPY");
                done(Wire.Request.of("PUT", paper(""))
                        .token(callers.token(Who.RECEPTION))
                        .header("If-Match", paper.get("etag").asText())
                        .json(shown));
            }
            scan();
            if (act(Who.RECEPTION, "RECEIVE", Map.of()).get("stage").asText().equals("RECEIVED")) {
                act(Who.RECEPTION, "TRANSFER", Map.of());
            }
            until(Who.RECEPTION, DOSSIERS + "/" + names.get("dossier"), found -> found.hasNonNull("caseState"));
            names.put(
                    "formId",
                    get(Who.RECEPTION, DOSSIERS + "/" + names.get("dossier") + "/forms")
                            .at("/items/0/id")
                            .asText());
            String ofDossier = "/api/processing/cases?dossier=" + names.get("dossier");
            JsonNode one = until(callers.token(Who.APPROVER, competent), ofDossier, found -> found.at("/items/0/id")
                    .isTextual());
            names.put("case", one.at("/items/0/id").asText());
        }

        private void scan() {
            String etag = "";
            for (JsonNode paper : dossier(Who.RECEPTION).get("papers")) {
                etag = paper.get("component").asText().equals(names.get("component"))
                        ? paper.get("etag").asText()
                        : etag;
            }
            done(Wire.Request.of("PUT", paper("/content"))
                    .token(callers.token(Who.RECEPTION))
                    .header("If-Match", etag)
                    .body("application/pdf", PDF));
            JsonNode original = dossier(Who.RECEPTION).at("/originals/0");
            if (original.isObject()) {
                done(Wire.Request.of("PUT", DOSSIERS + "/" + names.get("dossier") + "/originals/1/content")
                        .token(callers.token(Who.RECEPTION))
                        .header("If-Match", original.get("etag").asText())
                        .body("application/pdf", PDF));
            }
        }

        private String paper(String more) {
            return DOSSIERS + "/" + names.get("dossier") + "/papers/" + names.get("component") + more;
        }

        private void claimed(String procedure, String returningUnit) {
            received(procedure, OWN, returningUnit);
            names.put(
                    "fence",
                    onCase(Who.SPECIALIST, "CLAIM", Map.of())
                            .at("/holder/fence")
                            .asText());
            Instant due = Instant.parse(one().get("due").asText());
            names.put("later", due.plus(7, ChronoUnit.DAYS).toString());
        }

        private void extension() {
            claimed(MARITAL_STATUS, OWN);
            onCase(
                    Who.SPECIALIST,
                    "ASK_EXTENSION",
                    Map.of("fence", fence(), "newDue", names.get("later"), "reasonCode", "COMPLEX"));
        }

        private void drafted(String returningUnit) {
            claimed(COPY, returningUnit);
            names.put("result", upload(callers.token(Who.SPECIALIST), "?fence=" + fence()));
        }

        private void proposed(String returningUnit) {
            drafted(returningUnit);
            onCase(
                    Who.SPECIALIST,
                    "PROPOSE",
                    Map.of("fence", fence(), "decisionKind", "GRANTED", "resultId", names.get("result")));
        }

        private void decided(String returningUnit) {
            proposed(returningUnit);
            onCase(Who.APPROVER, "DECIDE", Map.of());
            String dossier = DOSSIERS + "/" + names.get("dossier");
            JsonNode open = until(
                    Who.RECEPTION, dossier, found -> found.get("stage").asText().equals("DECIDED"));
            long fees = open.at("/fees/openVnd").asLong();
            if (fees > 0 && returningUnit.equals(OWN)) {
                act(Who.CASHIER, "PAY", Map.of("amountVnd", fees, "method", "CASH"));
                until(Who.RECEPTION, "/api/processing/cases/" + names.get("case"), found -> true);
                await().atMost(SOON).until(() -> cookieOpens("/api/processing/results/" + names.get("result")));
            }
            until(Who.RECEPTION, "/api/notification/returns/" + names.get("dossier"), found -> found.get("state")
                    .asText()
                    .equals("ANNOUNCED"));
            until(Who.APPROVER, "/api/processing/cases/" + names.get("case"), found -> found.get("pending")
                    .isNull());
        }

        private long fence() {
            return Long.parseLong(names.get("fence"));
        }

        private void open(Who who, String channel, String procedure, String competentUnit, String returningUnit) {
            String phone = String.format("09%08d", ThreadLocalRandom.current().nextInt(100_000_000));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("procedureCode", procedure);
            body.put("channel", channel);
            body.put("receivingUnit", OWN);
            body.put("competentUnit", competentUnit);
            body.put("returningUnit", returningUnit);
            body.put("owner", Map.of("name", "Quàng Thị Vui", "phone", phone));
            body.put("quantities", Map.of("pages", 2, "copies", 1));
            body.put("returnMode", "COUNTER");
            body.put("language", "vi");
            JsonNode opened = done(
                    Wire.Request.of("POST", DOSSIERS).token(callers.token(who)).json(body));
            names.put("phone", phone);
            names.put("dossier", opened.get("id").asText());
            names.put("id", names.get("dossier"));
            names.put("dossierId", names.get("dossier"));
            names.put("reference", opened.get("reference").asText());
            names.put("pin", opened.get("pin").asText());
            names.put("component", opened.at("/papers/0/component").asText());
            names.put("cookie", Tracking.open(suite, names.get("reference"), names.get("pin")));
        }

        private JsonNode dossier(Who who) {
            return get(who, DOSSIERS + "/" + names.get("dossier"));
        }

        private JsonNode one() {
            return get(Who.APPROVER, "/api/processing/cases/" + names.get("case"));
        }

        private JsonNode act(Who who, String action, Map<String, Object> more) {
            return act(callers.token(who), DOSSIERS + "/" + names.get("dossier"), action, more);
        }

        private JsonNode onCase(Who who, String action, Map<String, Object> more) {
            until(Who.APPROVER, "/api/processing/cases/" + names.get("case"), found -> found.get("pending")
                    .isNull());
            return act(callers.token(who), "/api/processing/cases/" + names.get("case"), action, more);
        }

        private JsonNode act(String token, String path, String action, Map<String, Object> more) {
            Map<String, Object> body = new LinkedHashMap<>(more);
            body.put("action", action);
            // what the others tell of it may arrive between the look and the act
            Wire.Answer answer = await(action + " " + path)
                    .atMost(SOON)
                    .until(
                            () -> send(Wire.Request.of("POST", path + "/actions")
                                    .token(token)
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .header("If-Match", etag(token, path))
                                    .json(body)),
                            each -> each.status() != 412);
            if (answer.status() / 100 != 2) {
                throw new AssertionError(action + " " + path + ": " + answer);
            }
            return answer.json();
        }

        private String upload(String token, String query) {
            String path = "/api/processing/cases/" + names.get("case");
            return done(Wire.Request.of("PUT", path + "/result" + query)
                            .token(token)
                            .header("If-Match", etag(token, path))
                            .body("application/pdf", PDF))
                    .get("id")
                    .asText();
        }

        private boolean cookieOpens(String path) {
            return send(Wire.Request.of("GET", path).header("Cookie", "motcua_tracking=" + names.get("cookie")))
                            .status()
                    == 200;
        }

        private String etag(String token, String path) {
            return send(Wire.Request.of("GET", path).token(token)).header("etag");
        }

        private JsonNode get(Who who, String path) {
            return done(Wire.Request.of("GET", path).token(callers.token(who)));
        }

        private JsonNode until(Who who, String path, Predicate<JsonNode> fits) {
            return until(callers.token(who), path, fits);
        }

        private JsonNode until(String token, String path, Predicate<JsonNode> fits) {
            return await(path)
                    .atMost(SOON)
                    .pollInterval(Duration.ofMillis(150))
                    .until(
                            () -> send(Wire.Request.of("GET", path).token(token)),
                            answer -> answer.status() == 200 && fits.test(answer.json()))
                    .json();
        }

        private JsonNode done(Wire.Request request) {
            Wire.Answer answer = send(
                    request.method().equals("POST")
                            ? request.header(
                                    "Idempotency-Key", UUID.randomUUID().toString())
                            : request);
            if (answer.status() / 100 != 2) {
                throw new AssertionError(request + ": " + answer);
            }
            return answer.json();
        }

        private Wire.Answer send(Wire.Request request) {
            try {
                return wire.send(request);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}
