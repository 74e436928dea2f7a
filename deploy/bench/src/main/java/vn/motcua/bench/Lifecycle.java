package vn.motcua.bench;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A certified copy (2.000815) from the counter to the hand-over, as its officers do it: open, present the paper, receive with transfer,
 * take the fee, claim, upload, propose, decide, hand over; then its owner tracks it.
 */
final class Lifecycle {
    static final String PROCEDURE = "2.000815";

    /** Allowance for the worship of martyrs: two papers, no fee, ten working days. */
    static final String TEN_DAYS = "1.010803";

    private static final String DOSSIERS = "/api/intake/dossiers";
    private static final int RACES_MAX = 5;
    private static final int PRECONDITION_FAILED = 412;

    private final Client client;
    private final Staff staff;
    private final String procedure;
    private String id;
    private String reference;
    private String code;
    private String pin;
    private String etag;
    private final Map<String, String> papers = new LinkedHashMap<>();
    private long amountVnd;
    private String caseId;
    private long fence;

    Lifecycle(Client client) {
        this(client, PROCEDURE);
    }

    /** @param procedure whose papers are all seen as originals; beyond the receipt only {@link #PROCEDURE} goes on */
    Lifecycle(Client client, String procedure) {
        this.client = client;
        this.procedure = procedure;
        this.staff = client.staff();
    }

    /** One dossier through all steps. */
    static void run(Client client) throws InterruptedException {
        long begin = System.nanoTime();
        Lifecycle lifecycle = new Lifecycle(client);
        lifecycle.intake();
        lifecycle.examine();
        lifecycle.decide();
        lifecycle.handOver();
        lifecycle.track();
        client.recorder().took(Call.WHOLE, System.nanoTime() - begin);
    }

    String id() {
        return id;
    }

    /** Null before receipt. */
    String code() {
        return code;
    }

    String reference() {
        return reference;
    }

    /** Component and ETag of its first paper. */
    Map.Entry<String, String> paper() {
        return papers.entrySet().iterator().next();
    }

    String pin() {
        return pin;
    }

    /** Steps 2 and 3: until the dossier is handed on. */
    void intake() {
        open();
        present();
        receive();
        pay();
    }

    void open() {
        Wire.Answer answer = client.call(
                Call.OPEN,
                Request.post(DOSSIERS).as(staff.reception()).once(Client.key()).json(opening()));
        JsonNode dossier = answer.json();
        id = dossier.get("id").asText();
        reference = dossier.get("reference").asText();
        pin = dossier.get("pin").asText();
        etag = answer.etag();
        dossier.get("papers")
                .forEach(paper -> papers.put(
                        paper.get("component").asText(), paper.get("etag").asText()));
        amountVnd = dossier.path("fees").path("openVnd").asLong();
    }

    void present() {
        papers.forEach(this::present);
    }

    private void present(String component, String seen) {
        Wire.Answer answer = client.call(
                Call.PAPER,
                Request.put(DOSSIERS + "/" + id + "/papers/" + component)
                        .as(staff.reception())
                        .match(seen)
                        .json("{\"state\":\"PRESENTED\",\"presentedAs\":\"ORIGINAL\",\"quantity\":1,\"held\":false}"));
        etag = answer.json().path("dossierEtag").asText(answer.etag());
    }

    /**
     * The fee, at the desk beside. The case may tell of itself meanwhile and move the dossier; then the cashier's screen reads it
     * again, as the loser of a race is told to.
     */
    void pay() {
        if (amountVnd == 0) {
            return;
        }
        String body = "{\"action\":\"PAY\",\"amountVnd\":" + amountVnd + ",\"method\":\"CASH\"}";
        for (int i = 0; i < RACES_MAX; i++) {
            Wire.Answer answer = client.tried(Call.PAY, onDossier(staff.cashier(), body));
            if (answer.status() != PRECONDITION_FAILED) {
                if (!answer.ok()) {
                    throw new Client.Unexpected("pay: " + answer.status() + " " + answer.text());
                }
                return;
            }
            etag = answer.json().path("etag").asText();
        }
        throw new Client.Unexpected("pay: lost every race");
    }

    /** Receipt; the same-day limit hands the dossier on at once. */
    void receive() {
        JsonNode dossier = act(Call.RECEIVE, staff.reception(), "{\"action\":\"RECEIVE\"}");
        code = dossier.get("code").asText();
        if (dossier.get("stage").asText().equals("RECEIVED")) {
            act(Call.TRANSFER, staff.reception(), "{\"action\":\"TRANSFER\"}");
        }
    }

    /** Step 4 up to the proposal. */
    void examine() throws InterruptedException {
        claim();
        propose();
    }

    void claim() throws InterruptedException {
        JsonNode found = unclaimed();
        caseId = found.get("id").asText();
        Wire.Answer claimed = client.call(
                Call.CLAIM,
                onCase(
                        staff.specialist(),
                        "{\"action\":\"CLAIM\"}",
                        '"' + found.get("revision").asText() + '"'));
        fence = claimed.json().get("holder").get("fence").asLong();
        etag = claimed.etag();
    }

    /** Its case, as soon as processing opened it. */
    JsonNode unclaimed() throws InterruptedException {
        return client.await(Call.CASE_ARRIVES, new Client.Arrival() {
            @Override
            public Request ask() {
                return Request.get("/api/processing/cases?dossier=" + id).as(staff.specialist());
            }

            @Override
            public JsonNode arrived(Wire.Answer answer) {
                return answer.ok() ? answer.json().path("items").get(0) : null;
            }
        });
    }

    void propose() {
        propose(pdf(client.random()));
    }

    void propose(byte[] file) {
        Wire.Answer uploaded = client.call(
                Call.RESULT,
                Request.put("/api/processing/cases/" + caseId + "/result?fence=" + fence)
                        .as(staff.specialist())
                        .match(etag)
                        .bytes("application/pdf", file));
        String result = uploaded.json().get("id").asText();
        String body = "{\"action\":\"PROPOSE\",\"fence\":" + fence + ",\"decisionKind\":\"GRANTED\",\"resultId\":\""
                + result + "\"}";
        etag = client.call(Call.PROPOSE, onCase(staff.specialist(), body, uploaded.etag()))
                .etag();
    }

    void decide() {
        client.call(Call.DECIDE, onCase(staff.approver(), "{\"action\":\"DECIDE\"}", etag));
    }

    /** As {@link #decide}, numbered and signed here: one original, one number. */
    void sign() {
        client.call(
                Call.SIGN,
                Request.put("/api/processing/cases/" + caseId + "/signings/" + Client.key())
                        .as(staff.approver())
                        .match(etag)
                        .json("{\"declaration\":true,\"items\":[{\"register\":\"COPY\",\"subject\":\"Bằng tốt nghiệp\","
                                + "\"pages\":2,\"copies\":1}]}"));
    }

    /** Step 5. */
    void handOver() throws InterruptedException {
        String path = "/api/notification/returns/" + id;
        JsonNode waiting = client.await(Call.RETURN_ARRIVES, new Client.Arrival() {
            @Override
            public Request ask() {
                return Request.get(path).as(staff.reception());
            }

            @Override
            public JsonNode arrived(Wire.Answer answer) {
                JsonNode found = answer.ok() ? answer.json() : null;
                return found != null && found.path("allowedActions").toString().contains("HAND_OVER") ? found : null;
            }
        });
        client.call(
                Call.HAND_OVER,
                Request.post(path + "/actions")
                        .as(staff.reception())
                        .once(Client.key())
                        .match('"' + waiting.get("revision").asText() + '"')
                        .json("{\"action\":\"HAND_OVER\",\"collector\":\"OWNER\",\"how\":\"SLIP\"}"));
    }

    /** What its owner does: reference and PIN, then the state, until it says that the result was returned. */
    void track() throws InterruptedException {
        Wire.Answer let = client.call(
                Call.TRACK,
                Request.post("/api/intake/tracking")
                        .json("{\"reference\":\"" + reference + "\",\"pin\":\"" + pin + "\"}"));
        Request current = Request.get("/api/intake/tracking/current").header("Cookie", let.cookie());
        Wire.Answer first = client.call(Call.TRACKED, current);
        if (returned(first) != null) {
            return;
        }
        client.await(Call.RETURNED, new Client.Arrival() {
            @Override
            public Request ask() {
                return current;
            }

            @Override
            public JsonNode arrived(Wire.Answer answer) {
                return returned(answer);
            }
        });
    }

    private static JsonNode returned(Wire.Answer answer) {
        JsonNode dossier = answer.ok() ? answer.json() : null;
        return dossier != null && dossier.path("stage").asText().equals("RETURNED") ? dossier : null;
    }

    JsonNode act(Call call, Token who, String body) {
        Wire.Answer answer = client.call(call, onDossier(who, body));
        etag = answer.etag();
        return answer.json();
    }

    private Request onDossier(Token who, String body) {
        return Request.post(DOSSIERS + "/" + id + "/actions")
                .as(who)
                .once(Client.key())
                .match(etag)
                .json(body);
    }

    private Request onCase(Token who, String body, String revision) {
        return Request.post("/api/processing/cases/" + caseId + "/actions")
                .as(who)
                .once(Client.key())
                .match(revision)
                .json(body);
    }

    private String opening() {
        SplittableRandom random = client.random();
        String quantities = procedure.equals(PROCEDURE) ? "\"quantities\":{\"pages\":2,\"copies\":1}," : "";
        return "{\"procedureCode\":\"" + procedure + "\",\"channel\":\"COUNTER\",\"receivingUnit\":\"" + Staff.UNIT
                + "\",\"competentUnit\":\"" + Staff.UNIT + "\",\"returningUnit\":\"" + Staff.UNIT
                + "\",\"owner\":{\"name\":\"" + People.name(random)
                + "\",\"identifierKind\":\"CITIZEN_NUMBER\",\"identifier\":\""
                + People.citizenNumber(random) + "\",\"address\":\"Bản Búng, xã Mường Sại\",\"phone\":\""
                + People.phone(random) + "\",\"phoneOwner\":\"SELF\"}," + quantities
                + "\"returnMode\":\"COUNTER\",\"language\":\"vi\"}";
    }

    /** A result of its own for each dossier, two kilobytes. */
    private static byte[] pdf(SplittableRandom random) {
        StringBuilder text = new StringBuilder("%PDF-1.4\n% invented\n");
        while (text.length() < 2_000) {
            text.append(Long.toHexString(random.nextLong())).append('\n');
        }
        return text.append("%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
