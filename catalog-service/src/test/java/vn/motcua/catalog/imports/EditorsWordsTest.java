package vn.motcua.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.catalog.procedure.Component;
import vn.motcua.catalog.procedure.Further;
import vn.motcua.catalog.procedure.Name;
import vn.motcua.catalog.procedure.Procedure;

import java.util.List;

class EditorsWordsTest {
    private static final Further FURTHER =
            new Further(List.of("Công dân"), List.of(), List.of(), true, null, List.of(), List.of());

    @Test
    void what_lists_never_tell_is_not_taken_away_by_them() {
        Procedure before = procedure("Birth", 10, "Luật", FURTHER, paper("Tờ khai", null, "to-khai.docx", null));
        Procedure kept =
                EditorsWords.kept(procedure(null, null, null, null, paper("Tờ khai", null, null, null)), before);
        assertThat(kept).isEqualTo(before);
    }

    @Test
    void a_paper_keeps_its_form_by_name_and_case_and_a_new_one_has_none() {
        Procedure before = procedure(
                null,
                null,
                null,
                null,
                paper("Tờ khai", "Bản thân", "a.docx", "Dữ liệu dân cư"),
                paper("Tờ khai", "Uỷ quyền", "b.docx", null));
        Procedure kept = EditorsWords.kept(
                procedure(
                        null,
                        null,
                        null,
                        null,
                        paper("Tờ khai", "Uỷ quyền", null, null),
                        paper("Tờ khai", "Bản thân", null, null),
                        paper("Ảnh", null, null, null)),
                before);
        assertThat(kept.components()).extracting(Component::templateFile).containsExactly("b.docx", "a.docx", null);
        assertThat(kept.components()).extracting(Component::replacedBy).containsExactly(null, "Dữ liệu dân cư", null);
    }

    @Test
    void what_lists_tell_is_theirs() {
        Procedure kept = EditorsWords.kept(
                procedure(null, null, null, null, paper("Tờ khai mới", null, null, null)),
                procedure(null, null, null, null, paper("Tờ khai", null, "a.docx", null)));
        assertThat(kept.components()).extracting(Component::name).containsExactly("Tờ khai mới");
        assertThat(kept.components()).extracting(Component::templateFile).containsOnlyNulls();
    }

    private static Component paper(String name, String caseName, String template, String replacedBy) {
        return new Component("8.1-01", name, caseName, 1, 0, template == null ? null : 2, template, replacedBy);
    }

    private static Procedure procedure(
            String english, Integer lapse, String ground, Further further, Component... papers) {
        return new Procedure(
                "8.1",
                new Name("Thủ tục", english),
                "Hộ tịch",
                "Cấp xã",
                "office",
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(papers),
                List.of(),
                lapse,
                ground,
                null,
                null,
                List.of(),
                "x",
                further);
    }
}
