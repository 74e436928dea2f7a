package vn.motcua.processing.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.platform.json.EventJson;
import vn.motcua.processing.Contracts;
import vn.motcua.processing.Contracts.Example;

import java.util.HashSet;
import java.util.List;

class ProcedureToExamineContractTest {
    @Test
    void every_procedure_ever_committed_has_a_checklist_of_its_papers_also_with_an_unknown_field() {
        for (Example example : Contracts.examples("catalog.procedures")) {
            ProcedureToExamine read =
                    EventJson.read(example.with("fieldOfTomorrow", "x").data(), ProcedureToExamine.class);
            List<String> ids = read.items().stream().map(ChecklistItem::id).toList();
            assertThat(ids).as(example.name()).doesNotHaveDuplicates();
            example.data().get("components").forEach(paper -> assertThat(ids)
                    .contains(paper.get("id").asText()));
            int conditions = example.data().at("/further/conditions").size();
            assertThat(read.items())
                    .filteredOn(item -> item.kind() == ChecklistItem.Kind.CONDITION)
                    .hasSize(conditions);
        }
    }

    @Test
    void conditions_come_before_papers_and_are_numbered() {
        ProcedureToExamine read = new ProcedureToExamine(
                "1.000001",
                1,
                List.of(new ProcedureToExamine.Component("1.000001-01", "Tờ khai", null)),
                new ProcedureToExamine.Further(List.of("Nam đủ 20 tuổi", "Nữ đủ 18 tuổi")));
        assertThat(read.items())
                .extracting(ChecklistItem::id)
                .containsExactly("condition-01", "condition-02", "1.000001-01");
        assertThat(new HashSet<>(read.items())).hasSize(3);
    }

    @Test
    void a_version_without_papers_and_conditions_has_an_empty_checklist() {
        assertThat(new ProcedureToExamine("1.000001", 1, null, null).items()).isEmpty();
    }
}
