package vn.motcua.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.intake.act.OfferedBody;
import vn.motcua.intake.catalogue.ContractExamples;
import vn.motcua.intake.catalogue.ContractExamples.Example;
import vn.motcua.platform.json.EventJson;

import java.util.stream.Stream;

class ProgressContractTest {
    static Stream<Example> cases() {
        return ContractExamples.of("case.progressed").stream();
    }

    static Stream<Example> returns() {
        return ContractExamples.of("return.progressed").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_report_of_a_case_ever_published_is_read_whatever_it_gained(Example example) {
        CaseProgressed told = EventJson.read(gained(example.data()), CaseProgressed.class);
        assertThat(told.dossierId()).hasToString(example.key());
        assertThat(told.effectiveAt()).isNotNull();
        assertThat(told.actor().role()).isNotBlank();
        OfferedBody body = CaseProgressedConsumer.offeredBody(told);
        assertThat(body == null).isEqualTo(CaseProgressedConsumer.RECORDED.contains(told.act()));
    }

    @ParameterizedTest
    @MethodSource("returns")
    void every_report_of_a_return_ever_published_is_read_whatever_it_gained(Example example) {
        ReturnProgressed told = EventJson.read(gained(example.data()), ReturnProgressed.class);
        assertThat(told.dossierId()).hasToString(example.key());
        assertThat(told.state()).isNotBlank();
        assertThat(told.act())
                .isIn(
                        "OPENED",
                        "ANNOUNCED",
                        "HAND_OVER",
                        "POSTED",
                        "DELIVERED",
                        "UNDELIVERABLE",
                        "SHELVED",
                        "FOUND",
                        "PLACED",
                        "PAPER_GIVEN",
                        "SENT_ON",
                        "ARRIVED");
    }

    private static JsonNode gained(JsonNode data) {
        ObjectNode more = data.deepCopy();
        more.put("unknown", "field");
        ((ObjectNode) more.get("actor")).put("unknown", "field");
        ((ObjectNode) more.get("payload")).put("unknown", "field");
        return more;
    }
}
