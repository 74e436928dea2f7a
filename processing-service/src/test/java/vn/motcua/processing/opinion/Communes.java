package vn.motcua.processing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import vn.motcua.devstack.TestEvents;
import vn.motcua.devstack.TestTokens;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.Sample;
import vn.motcua.processing.Watched;
import vn.motcua.processing.unit.Units;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Communes of a province that ask one another, as their officers meet the questions. */
public final class Communes {
    public static final String FORMER_NEIGHBOUR = "14-03700-00000000";
    public static final String THIRD = "14-03688-20250701";
    public static final String DIVIDED = "14-03697-00000000";
    static final String QUESTION = "Đề nghị xác minh tình trạng hôn nhân từ 2015 đến 2019";
    static final String SPECIALIST = token("specialist");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static boolean told;

    private Communes() {}

    /** Tells of them once per run; returns when the service knows them. */
    public static void known(Units units) {
        Sample.catalogue();
        if (!told) {
            told = true;
            unit(THIRD, "2025-07-01", null, "");
            unit(FORMER_NEIGHBOUR, null, "2025-06-30", "{\"id\":\"14-03703-20250701\",\"part\":\"WHOLE\"}");
            unit(
                    DIVIDED,
                    null,
                    "2025-06-30",
                    "{\"id\":\"14-03703-20250701\",\"part\":\"PART\"},{\"id\":\"14-03688-20250701\",\"part\":\"PART\"}");
        }
        await().atMost(Sample.SOON)
                .until(() -> divided(units)
                        && List.of(OTHER_UNIT, FORMER_NEIGHBOUR, THIRD).stream().allMatch(each -> knows(units, each)));
    }

    private static boolean knows(Units units, String unit) {
        try {
            return units.inForce(unit, UNIT, TODAY) != null;
        } catch (ProblemException notYet) {
            return false;
        }
    }

    private static boolean divided(Units units) {
        try {
            return units.inForce(DIVIDED, UNIT, TODAY) == null;
        } catch (ProblemException known) {
            return known.type() == ProcessingProblem.UNIT_DIVIDED;
        }
    }

    private static void unit(String id, String from, String to, String successors) {
        TestEvents.publish(
                "catalog.units",
                id,
                "vn.motcua.catalog.unit.v1",
                UUID.randomUUID(),
                "{\"id\":\"%s\",\"name\":\"Xã\",\"provinceCode\":\"14\",\"validFrom\":%s,\"validTo\":%s,\"successors\":[%s],\"hours\":[]}"
                        .formatted(
                                id,
                                from == null ? "null" : '"' + from + '"',
                                to == null ? "null" : '"' + to + '"',
                                successors));
    }

    /** A case of the usual unit, claimed with the number 1. */
    static Sample held(String due) {
        Sample sample = Sample.of(BIRTH).due(due);
        sample.transfer();
        sample.awaitAct("OPENED");
        assertThat(sample.claim(SPECIALIST)).isEqualTo(1);
        return sample;
    }

    /** @param time further fields of the body, each after a comma */
    static String question(String unit, String department, String time) {
        return ("{\"action\":\"ASK_OPINION\",\"fence\":1,\"toUnit\":\"%s\",\"toDepartment\":\"%s\",\"question\":\"%s\"%s}")
                .formatted(unit, department, QUESTION, time);
    }

    static Response ask(Sample sample, String unit) {
        return sample.act(SPECIALIST, question(unit, "office", ""));
    }

    static Response propose(Sample sample, long fence, String result, String without) {
        return sample.act(
                SPECIALIST,
                "{\"action\":\"PROPOSE\",\"fence\":%d,\"decisionKind\":\"GRANTED\",\"resultId\":\"%s\",\"withoutOpinions\":%s}"
                        .formatted(fence, result, without));
    }

    static JsonNode ofCase(Sample sample) {
        return json(as(SPECIALIST).get("/api/processing/opinions/of-case/" + sample.id()))
                .get("items");
    }

    /** The kinds raised of the case. */
    static List<String> raised(Sample sample) {
        return Watched.raised(SPECIALIST, UNIT, sample).stream()
                .map(each -> each.get("kind").asText())
                .toList();
    }

    static JsonNode owed(Sample sample, String unit) {
        String list = "/api/processing/opinions?unit=" + unit + "&department=office&limit=100";
        JsonNode items =
                json(as(TestTokens.officer("specialist", unit)).get(list)).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.get("caseId").asText().equals(sample.id()))
                .findFirst()
                .orElseThrow();
    }

    static Response answer(String token, JsonNode owed, String kind, String text) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", '"' + owed.get("revision").asText() + '"')
                .body("{\"kind\":\"%s\",\"text\":\"%s\"}".formatted(kind, text))
                .post("/api/processing/opinions/" + owed.get("id").asText() + "/answer");
    }

    static Response put(String token, String file, String ifMatch, byte[] bytes) {
        var request = as(token).contentType("application/pdf").body(bytes);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(file);
    }
}
