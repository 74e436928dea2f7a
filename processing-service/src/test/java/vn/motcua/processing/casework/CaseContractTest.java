package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.json.EventJson;
import vn.motcua.processing.Contracts;
import vn.motcua.processing.Contracts.Example;
import vn.motcua.processing.dossier.DossierStageChanged;
import vn.motcua.processing.queue.QueueChanged;

import java.util.Set;
import java.util.stream.Collectors;

class CaseContractTest {
    private static final ObjectMapper STRICT =
            EventJson.mapper().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void what_a_case_publishes_equals_the_examples_and_fits_the_schema() throws Exception {
        for (Example example : Contracts.examples("case.progressed")) {
            CaseProgressed event = STRICT.treeToValue(example.data(), CaseProgressed.class);
            assertThat(EventJson.tree(EventJson.write(event)))
                    .as(example.name())
                    .isEqualTo(example.data());
            assertThat(Contracts.misfits("case.progressed", example.data()))
                    .as(example.name())
                    .isEmpty();
        }
    }

    @Test
    void there_is_an_example_of_every_published_act() {
        Set<String> acts = Contracts.examples("case.progressed").stream()
                .map(e -> e.data().get("act").asText())
                .collect(Collectors.toSet());
        for (Progress act : Progress.values()) {
            assertThat(acts).contains(act.name());
        }
    }

    @Test
    void what_a_queue_publishes_equals_the_examples_and_fits_the_schema() throws Exception {
        for (Example example : Contracts.examples("queue.changed")) {
            QueueChanged event = STRICT.treeToValue(example.data(), QueueChanged.class);
            assertThat(EventJson.tree(EventJson.write(event)))
                    .as(example.name())
                    .isEqualTo(example.data());
            assertThat(Contracts.misfits("queue.changed", example.data()))
                    .as(example.name())
                    .isEmpty();
        }
    }

    @Test
    void a_free_text_or_a_person_in_an_event_does_not_fit_the_schema() {
        Example example = Contracts.examples("case.progressed").get(0);
        assertThat(Contracts.misfits(
                        "case.progressed", example.with("note", "text").data()))
                .isNotEmpty();
        assertThat(Contracts.misfits(
                        "case.progressed", example.with("act", "FLY").data()))
                .isNotEmpty();
    }

    @Test
    void every_stage_change_ever_committed_is_read_also_with_an_unknown_field() {
        for (Example example : Contracts.examples("dossier.stage-changed")) {
            DossierStageChanged read =
                    EventJson.read(example.with("fieldOfTomorrow", "x").data(), DossierStageChanged.class);
            assertThat(read.dossierId())
                    .hasToString(example.data().get("dossierId").asText());
            assertThat(read.stage().name())
                    .isEqualTo(example.data().get("stage").asText());
            assertThat(read.sequence()).isEqualTo(example.data().get("sequence").asLong());
        }
    }
}
