package vn.motcua.processing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.platform.json.EventJson;
import vn.motcua.processing.Contracts;
import vn.motcua.processing.Contracts.Example;

class ProcedureContractTest {

    @Test
    void every_procedure_ever_committed_is_read_also_with_an_unknown_field() {
        for (Example example : Contracts.examples("catalog.procedures")) {
            ProcedurePublished read =
                    EventJson.read(example.with("fieldOfTomorrow", "x").data(), ProcedurePublished.class);
            Procedure procedure = new Procedure(new Procedure.Key(read.code(), read.version()));
            procedure.take(read);
            assertThat(procedure.code()).isEqualTo(example.data().get("code").asText());
            assertThat(procedure.nameVi()).isNotBlank();
            assertThat(procedure.components())
                    .allMatch(id -> id.startsWith(procedure.code() + "-"))
                    .hasSize(example.data().get("components").size());
        }
    }
}
