package vn.motcua.notification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.platform.json.EventJson;

import java.util.List;

/** The shape this service reads fits every example ever committed; the effect is proven by the consumer tests. */
class ConsumedContractTest {

    static List<Contracts.Example> stageChanges() {
        return Contracts.examples("dossier.stage-changed");
    }

    @ParameterizedTest
    @MethodSource("stageChanges")
    void every_stage_change_is_read_also_with_an_unknown_field(Contracts.Example example) {
        ObjectNode data = example.data().deepCopy();
        data.put("fieldOfALaterVersion", 1);

        StageChanged change = EventJson.read(data, StageChanged.class);

        assertThat(change.dossierId().toString()).isEqualTo(example.key());
        assertThat(change.stage().name()).isEqualTo(data.get("stage").asText());
        assertThat(change.action().name()).isEqualTo(data.get("action").asText());
        assertThat(change.effectiveAt().toString())
                .isEqualTo(data.get("effectiveAt").asText());
    }
}
