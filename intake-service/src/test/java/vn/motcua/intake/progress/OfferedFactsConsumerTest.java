package vn.motcua.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Every stage against every fact that a case or a return can offer or report: applied, refused with its reason, or recorded. */
@QuarkusTest
class OfferedFactsConsumerTest {
    private static final String HASH = "ab".repeat(32);
    private static final List<String> STAGES = List.of(
            "PREPARING",
            "SUBMITTED",
            "RECEIVED",
            "IN_PROCESS",
            "AWAITING_SUPPLEMENT",
            "AWAITING_PAYMENT",
            "WITHDRAWAL_REQUESTED",
            "DECIDED",
            "RETURNED",
            "REFUSED",
            "STOPPED",
            "ABANDONED");

    /** Where an offered fact is applied, and the stage after it; everywhere else it is refused. */
    private static final Map<String, Map<String, String>> APPLIED = Map.of(
            "ASK_SUPPLEMENT", Map.of("IN_PROCESS", "AWAITING_SUPPLEMENT"),
            "ASK_PAYMENT", Map.of("IN_PROCESS", "AWAITING_PAYMENT"),
            "EXTEND", Map.of("IN_PROCESS", "IN_PROCESS"),
            "DECIDE", Map.of("IN_PROCESS", "DECIDED", "WITHDRAWAL_REQUESTED", "DECIDED"),
            "REISSUE", Map.of("DECIDED", "DECIDED", "RETURNED", "RETURNED"),
            "HAND_OVER", Map.of("DECIDED", "RETURNED", "REFUSED", "REFUSED", "STOPPED", "STOPPED"));

    private static final Map<String, String> PAYLOAD = Map.of(
            "ASK_SUPPLEMENT",
                    "{\"items\":[{\"component\":\"2.000815-01\",\"reasonCode\":\"PAPER_UNCLEAR\"}],\"reasonCode\":\"PAPER_UNCLEAR\"}",
            "ASK_PAYMENT", "{\"amountVnd\":50000,\"reasonCode\":\"LAND_FEE\"}",
            "EXTEND", "{\"newDue\":\"2099-01-06T10:00:00Z\",\"reasonCode\":\"FIELD_SURVEY\"}",
            "DECIDE",
                    "{\"decisionKind\":\"GRANTED\",\"resultId\":\"0192f0a0-0002-7000-8000-0000000000a1\",\"resultHash\":\""
                            + HASH + "\",\"groundCode\":null}",
            "REISSUE",
                    "{\"resultId\":\"0192f0a0-0002-7000-8000-0000000000a2\",\"resultHash\":\"" + HASH
                            + "\",\"replaces\":\"0192f0a0-0002-7000-8000-0000000000a1\"}",
            "HAND_OVER", "{\"collector\":\"OWNER\",\"how\":\"SLIP\"}");

    private static final List<String> RECORDED = List.of(
            "OPENED",
            "CLAIMED",
            "RELEASED",
            "HANDED_ON",
            "ACCEPTED",
            "DECLINED",
            "OPINION_ASKED",
            "OPINION_ANSWERED",
            "OPINION_WITHDRAWN",
            "DRAFT_OFFERED",
            "DRAFT_REDATED",
            "DRAFT_CONFIRMED",
            "DRAFT_OBJECTED",
            "ESCALATED",
            "PROPOSED",
            "SENT_BACK",
            "FROZEN",
            "THAWED",
            "DECISION_EXISTS",
            "ANNOUNCED");

    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

    private record Offer(String stage, String act, String dossier, UUID event) {}

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @Test
    void every_stage_answers_every_offered_fact_as_the_table_says() {
        Map<String, Offer> offers = new LinkedHashMap<>();
        String template = template();
        for (String stage : STAGES) {
            for (String act : APPLIED.keySet()) {
                String dossier = copyOf(template, stage);
                UUID event = publish(dossier, act, PAYLOAD.get(act));
                offers.put(stage + " " + act, new Offer(stage, act, dossier, event));
            }
        }
        offers.forEach((name, offer) -> verify(offer));
    }

    private void verify(Offer offer) {
        TestEvents.Received answer = Desk.answer(offer.event());
        String to = APPLIED.get(offer.act()).get(offer.stage());
        String name = offer.stage() + " " + offer.act();
        assertThat(answer.data().path("action").asText()).as(name).isEqualTo(offer.act());
        assertThat(answer.data().path("outcome").asText()).as(name).isEqualTo(to == null ? "REFUSED" : "APPLIED");
        assertThat(answer.data().path("previousStage").asText()).as(name).isEqualTo(offer.stage());
        assertThat(answer.data().path("stage").asText()).as(name).isEqualTo(to == null ? offer.stage() : to);
        assertThat(answer.data().path("sequence").asInt()).as(name).isEqualTo(3);
        if (to == null) {
            assertThat(answer.data().path("reasonCode").asText()).as(name).isEqualTo("ACTION_NOT_ALLOWED");
        }
    }

    @Test
    void every_stage_records_what_needs_no_answer() {
        String template = template();
        for (String stage : STAGES) {
            String dossier = copyOf(template, stage);
            RECORDED.forEach(act -> publish(dossier, act, "{}"));
            UUID last = publish(dossier, "DECIDE", PAYLOAD.get("DECIDE"));
            TestEvents.Received answer = Desk.answer(last);
            assertThat(answer.data().path("sequence").asInt()).as(stage).isEqualTo(3);
            assertThat(answer.data().path("department").asText()).as(stage).isEqualTo("office");
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(recorded(dossier)).as(stage).containsExactlyInAnyOrderElementsOf(RECORDED));
        }
    }

    private List<String> recorded(String dossier) {
        return Sql.query(
                source,
                "select action from act where dossier_id = ? and outcome = 'RECORDED'",
                row -> row.getString(1),
                UUID.fromString(dossier));
    }

    @Test
    void the_same_event_twice_has_one_effect() {
        String dossier = copyOf(template(), "IN_PROCESS");
        UUID event = publish(dossier, "DECIDE", PAYLOAD.get("DECIDE"));
        Desk.answer(event);
        publish(event, dossier, "DECIDE", PAYLOAD.get("DECIDE"), "2026-11-23T09:00:00Z");
        UUID next = publish(dossier, "DECIDE", PAYLOAD.get("DECIDE"));
        TestEvents.Received answer = Desk.answer(next);
        assertThat(answer.data().path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(answer.data().path("sequence").asInt()).isEqualTo(4);
    }

    @Test
    void a_received_instant_counts_as_it_is_but_never_before_the_act_it_rests_on() {
        String dossier = Desk.receivedCopy();
        String received = Desk.dossier(HOA, dossier).getString("stageSince");
        UUID early = publish(UUID.randomUUID(), dossier, "DECIDE", PAYLOAD.get("DECIDE"), "2020-01-01T00:00:00Z");
        assertThat(Desk.answer(early).data().path("effectiveAt").asText()).isEqualTo(received);
        assertThat(Desk.answer(early).data().path("actor").path("role").asText())
                .isEqualTo("case");
    }

    @Test
    void an_extension_issues_the_apology_with_the_date_promised_and_the_new_one() {
        String dossier = copyOf(template(), "IN_PROCESS");
        Desk.answer(publish(dossier, "EXTEND", PAYLOAD.get("EXTEND")));
        JsonPath forms =
                Desk.get(HOA, "/api/intake/dossiers/" + dossier + "/forms").jsonPath();
        assertThat(forms.getList("items.form")).contains("04");
        String href = forms.getString("items.find { it.form == '04' }.href");
        assertThat(Desk.get(HOA, href).asString())
                .contains("Phiếu xin lỗi và hẹn lại ngày trả kết quả", "/PXL-TTPVHCC", "Thủ trưởng đơn vị")
                .contains("cần kiểm tra thực địa", "06/01/2099");
    }

    @Test
    void an_unknown_component_is_refused_and_the_case_may_still_ask_once() {
        String dossier = copyOf(template(), "IN_PROCESS");
        UUID wrong = publish(
                dossier,
                "ASK_SUPPLEMENT",
                "{\"items\":[{\"component\":\"2.000815-99\",\"reasonCode\":\"PAPER_MISSING\"}],\"reasonCode\":\"PAPER_MISSING\"}");
        assertThat(Desk.answer(wrong).data().path("reasonCode").asText()).isEqualTo("COMPONENT_UNKNOWN");
        UUID right = publish(dossier, "ASK_SUPPLEMENT", PAYLOAD.get("ASK_SUPPLEMENT"));
        assertThat(Desk.answer(right).data().path("outcome").asText()).isEqualTo("APPLIED");
        assertThat(Desk.answer(right).data().path("pausedSince").isNull()).isFalse();
    }

    @Test
    void a_case_asks_once_more_only_on_a_legal_ground() {
        String dossier = copyOf(template(), "IN_PROCESS");
        UUID first = publish(dossier, "ASK_SUPPLEMENT", PAYLOAD.get("ASK_SUPPLEMENT"));
        assertThat(Desk.answer(first).data().path("outcome").asText()).isEqualTo("APPLIED");
        assertThat(Desk.answer(first).data().has("supplements")).isFalse();
        Desk.done(HOA, dossier, Desk.action("SUPPLY"));
        UUID again = publish(dossier, "ASK_SUPPLEMENT", PAYLOAD.get("ASK_SUPPLEMENT"));
        assertThat(Desk.answer(again).data().path("reasonCode").asText()).isEqualTo("FIRST_SUPPLEMENT");
        UUID lawful = publish(
                dossier,
                "ASK_SUPPLEMENT",
                PAYLOAD.get("ASK_SUPPLEMENT").replaceFirst("}$", ",\"groundCode\":\"VERIFICATION_RESULT\"}"));
        assertThat(Desk.answer(lawful).data().path("outcome").asText()).isEqualTo("APPLIED");
        assertThat(Desk.answer(lawful).data().path("supplements").asInt()).isEqualTo(2);
        assertThat(Desk.dossier(HOA, dossier).getString("supplement.groundCode"))
                .isEqualTo("VERIFICATION_RESULT");
    }

    @Test
    void a_former_unit_name_is_no_ground_for_a_case_either() {
        String dossier = copyOf(template(), "IN_PROCESS");
        UUID asked = publish(
                dossier,
                "ASK_SUPPLEMENT",
                "{\"items\":[{\"component\":\"2.000815-01\",\"reasonCode\":\"FORMER_UNIT_NAME\"}],\"reasonCode\":\"PAPERS_INCOMPLETE\"}");
        assertThat(Desk.answer(asked).data().path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(Desk.answer(asked).data().path("reasonCode").asText()).isEqualTo("FORMER_UNIT_NAME");
        assertThat(Desk.answer(asked).data().path("stage").asText()).isEqualTo("IN_PROCESS");
    }

    @Test
    void what_names_a_draft_is_refused_in_its_history_alone_and_the_draft_stays_its_openers() {
        String draft = Desk.open(HOA, Desk.COPY, "COUNTER").getString("id");
        publish(draft, "DECIDE", PAYLOAD.get("DECIDE"));
        publish(draft, "HAND_OVER", PAYLOAD.get("HAND_OVER"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> refused(draft).size() == 2);
        assertThat(refused(draft)).containsOnly("ACTION_NOT_ALLOWED unpublished PREPARING");
        assertThat(Desk.get(TestTokens.officer("reception", Desk.MUONG_SAI), "/api/intake/dossiers/" + draft)
                        .statusCode())
                .isEqualTo(404);
        Desk.presentAll(draft);
        Desk.done(HOA, draft, Desk.action("RECEIVE"));
        assertThat(TestEvents.await("dossier.stage-changed", each -> draft.equals(each.key()))
                        .data()
                        .path("action")
                        .asText())
                .isEqualTo("RECEIVE");
    }

    private List<String> refused(String dossier) {
        return Sql.query(
                source,
                "select reason_code || coalesce(' published ' || sequence, ' unpublished ') || to_stage from act"
                        + " where dossier_id = ? and outcome = 'REFUSED'",
                row -> row.getString(1),
                UUID.fromString(dossier));
    }

    @Test
    void a_result_that_lies_in_the_inbox_returns_the_dossier_and_gives_back_no_original() {
        String inbox = "{\"collector\":\"INBOX\",\"how\":\"ELECTRONIC\",\"originals\":[]}";
        String template = template();
        TestEvents.Received placed = Desk.answer(publish(copyOf(template, "DECIDED"), "PLACED", inbox));
        assertThat(placed.data().path("action").asText()).isEqualTo("HAND_OVER");
        assertThat(placed.data().path("outcome").asText()).isEqualTo("APPLIED");
        assertThat(placed.data().path("stage").asText()).isEqualTo("RETURNED");
        TestEvents.Received early = Desk.answer(publish(copyOf(template, "IN_PROCESS"), "PLACED", inbox));
        assertThat(early.data().path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(early.data().path("stage").asText()).isEqualTo("IN_PROCESS");
    }

    @Test
    void what_the_post_delivered_lets_go_of_the_originals_it_names_and_takes_the_instant_of_the_signature() {
        String dossier = copyOf(template(), "DECIDED");
        List<String> held = Sql.query(
                source,
                "update paper set held = true, quantity = 2 where dossier_id = ? returning component",
                row -> row.getString(1),
                UUID.fromString(dossier));
        String one = held.get(0);
        Sql.update(
                source,
                "insert into paper select dossier_id, '2.000815-77', 9, state, presented_as, 1, true, reason, file_sha256, file_size,"
                        + " file_type, file_name, asked, revision, written_by, written_at from paper where dossier_id = ? and component = ?",
                UUID.fromString(dossier),
                one);
        UUID event = publish(
                dossier,
                "DELIVERED",
                "{\"collector\":\"ADDRESSEE\",\"how\":\"POST\",\"deliveredAt\":\"2099-01-02T03:04:05Z\",\"originals\":[%s]}"
                        .formatted(held.stream()
                                .map("{\"component\":\"%s\",\"pieces\":2}"::formatted)
                                .collect(java.util.stream.Collectors.joining(","))));
        TestEvents.Received answer = Desk.answer(event);
        assertThat(answer.data().path("outcome").asText()).isEqualTo("APPLIED");
        assertThat(answer.data().path("effectiveAt").asText()).isEqualTo("2099-01-02T03:04:05Z");
        assertThat(answer.data().path("originalsHeld").asBoolean()).isTrue();
        assertThat(answer.data().path("heldOriginals")).hasSize(1);
        assertThat(answer.data().at("/heldOriginals/0/component").asText()).isEqualTo("2.000815-77");
    }

    private static String template() {
        return Desk.receivedCopy();
    }

    /** A copy in another stage, as if two acts had been published. */
    private String copyOf(String template, String stage) {
        UUID copy = UUID.randomUUID();
        UUID from = UUID.fromString(template);
        List<String> columns = Sql.query(
                source,
                "select column_name from information_schema.columns where table_name = 'dossier'",
                row -> row.getString(1));
        String select = String.join(", ", columns)
                .replaceFirst("\\bid\\b", "'" + copy + "'::uuid")
                .replaceFirst("\\breference\\b", "'" + reference() + "'")
                .replaceFirst("\\bcode\\b", "code || '" + Math.abs(copy.getMostSignificantBits()) + "'");
        Sql.update(
                source,
                "insert into dossier (" + String.join(", ", columns) + ") select " + select
                        + " from dossier where id = ?",
                from);
        Sql.update(
                source,
                "insert into paper select ?, component, position, state, presented_as, quantity, held, reason, file_sha256, file_size,"
                        + " file_type, file_name, asked, revision, written_by, written_at from paper where dossier_id = ?",
                copy,
                from);
        Sql.update(
                source,
                "insert into dossier_person (dossier_id, part, name) select ?, part, name from dossier_person where dossier_id = ?",
                copy,
                from);
        Sql.update(
                source,
                "update dossier set stage = ?, originals_held = true, fees_open_vnd = 0, due = '2099-01-05T10:00:00Z',"
                        + " limit_unit = 'WORKING_DAY', limit_amount = 5 where id = ?",
                stage,
                copy);
        if (stage.equals("DECIDED") || stage.equals("RETURNED")) {
            Sql.update(source, "update dossier set decision_kind = 'GRANTED' where id = ?", copy);
        }
        return copy.toString();
    }

    private static String reference() {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        StringBuilder reference = new StringBuilder();
        ThreadLocalRandom.current().ints(10, 0, 32).forEach(i -> reference.append(alphabet.charAt(i)));
        return reference.toString();
    }

    private static UUID publish(String dossier, String act, String payload) {
        return publish(UUID.randomUUID(), dossier, act, payload, "2026-11-25T09:00:00Z");
    }

    private static UUID publish(UUID event, String dossier, String act, String payload, String effectiveAt) {
        boolean ofReturn =
                List.of("HAND_OVER", "DELIVERED", "PLACED", "ANNOUNCED").contains(act);
        String topic = ofReturn ? "return.progressed" : "case.progressed";
        String body =
                """
                {"caseId":"%1$s","returnId":"%1$s","dossierId":"%2$s","act":"%3$s",
                 "actor":{"role":"approver","name":"Quàng Văn Thành","title":"Phó Chủ tịch"},"unit":"14-03712-20250701",
                 "department":"office","state":"CLAIMED","effectiveAt":"%4$s","basedOnSequence":2,"causedBy":null,"payload":%5$s}
                """
                        .formatted(UUID.randomUUID(), dossier, act, effectiveAt, payload);
        TestEvents.publish(topic, dossier, "vn.motcua." + topic + ".v1", event, body);
        return event;
    }
}
