package vn.motcua.catalog.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.catalog.lists.MergedProcedures;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.problem.ProblemException;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

class TidyContentTest {
    private static final List<Procedure> ALL =
            MergedProcedures.from(ListSource.shipped()).procedures();
    private static final String CODE = "2.000815";
    private static final Procedure COPY =
            ALL.stream().filter(each -> each.code().equals(CODE)).findFirst().orElseThrow();

    @Test
    void what_the_lists_hold_is_tidy_already() {
        for (Procedure each : ALL) {
            assertThat(TidyContent.of(each.code(), each)).isEqualTo(each);
        }
    }

    @Test
    void only_a_name_and_a_field_are_needed_to_begin_with() {
        Procedure tidy = TidyContent.of(
                "8.100000",
                EventJson.read(
                        EventJson.tree("{\"name\":{\"vi\":\" Thủ tục mới \"},\"field\":\"Hộ tịch\"}"),
                        Procedure.class));
        assertThat(tidy.name().vi()).isEqualTo("Thủ tục mới");
        assertThat(tidy.department()).isEqualTo("unrouted");
        assertThat(tidy.limits()).isEmpty();
        assertThat(tidy.legalBasis()).isEmpty();
        assertThat(tidy.code()).isEqualTo("8.100000");
    }

    @Test
    void papers_get_their_ids_by_order_and_texts_one_spelling() {
        ObjectNode tree = EventJson.mapper().valueToTree(COPY);
        ObjectNode paper = EventJson.mapper().createObjectNode();
        paper.put("name", " " + Normalizer.normalize("Tờ khai", Normalizer.Form.NFD));
        paper.put("originals", 1).put("copies", 0);
        tree.withArray("components").insert(0, paper);
        Procedure tidy = TidyContent.of(CODE, EventJson.read(tree, Procedure.class));
        assertThat(tidy.components().get(0).id()).isEqualTo(CODE + "-01");
        assertThat(tidy.components().get(0).name()).isEqualTo("Tờ khai");
        assertThat(tidy.components().get(1).id()).isEqualTo(CODE + "-02");
    }

    @Test
    void a_same_day_limit_has_the_cut_off_of_the_law_and_no_amount() {
        Procedure tidy = with("/limits/0", Map.of("amount", 7, "unit", "SAME_DAY"), "cutOff");
        assertThat(tidy.limits().get(0).amount()).isZero();
        assertThat(tidy.limits().get(0).cutOff()).hasToString("15:00");
        assertThat(tidy.sameDay()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/limits/0, unit, , /content/limits/0/unit",
        "/limits/0, amount, -1, /content/limits/0/amount",
        "/limits/0, grade, Z, /content/limits/0/grade",
        "/limits/1, channel, COUNTER, /content/limits/1/channel",
        "/fees/0, rule, , /content/fees/0/rule",
        "/components/0, name, ' ', /content/components/0/name",
        "/name, vi, '', /content/name/vi",
        "'', field, '', /content/field",
        "'', department, Two Words, /content/department",
        "'', serviceLevel, half, /content/serviceLevel",
        "'', code, 1.000000, /content/code"
    })
    void a_row_that_is_not_whole_is_refused_where_it_stands(String at, String field, String value, String pointer) {
        ObjectNode tree = EventJson.mapper().valueToTree(COPY);
        ObjectNode row = (ObjectNode) (at.isEmpty() ? tree : tree.at(at));
        if (value == null) {
            row.putNull(field);
        } else if (field.equals("amount")) {
            row.put(field, Integer.parseInt(value)).put("unit", "DAY");
        } else {
            row.put(field, value);
        }
        refused(tree, pointer);
    }

    @Test
    void what_is_told_beyond_the_lists_is_whole_or_refused_where_it_stands() {
        ObjectNode tree = EventJson.mapper().valueToTree(COPY);
        ObjectNode further = tree.putObject("further");
        further.putArray("steps").add(" Nộp hồ sơ ");
        further.putArray("coordination").addObject().put("who", "Công an xã");
        Procedure tidy = TidyContent.of(CODE, EventJson.read(tree, Procedure.class));
        assertThat(tidy.beyond().steps()).containsExactly("Nộp hồ sơ");
        assertThat(tidy.beyond().coordination().get(0).unit()).isNull();
        further.withArray("steps").addNull();
        refused(tree, "/content/further/steps/1");
        further.putArray("steps");
        ObjectNode share = (ObjectNode) further.withArray("coordination").get(0);
        share.put("amount", 2);
        refused(tree, "/content/further/coordination/0/unit");
        share.put("unit", "SAME_DAY");
        refused(tree, "/content/further/coordination/0/unit");
        share.put("unit", "DAY").put("amount", 0);
        refused(tree, "/content/further/coordination/0/amount");
        share.put("amount", 2).put("who", " ");
        refused(tree, "/content/further/coordination/0/who");
        further.putArray("exemptions").addObject().put("ground", "NQ");
        refused(tree, "/content/further/exemptions/0/who");
    }

    @Test
    void what_no_database_keeps_and_what_nobody_reads_is_refused() {
        ObjectNode nul = EventJson.mapper().valueToTree(COPY);
        nul.put("authority", "a\0b");
        refused(nul, "/content/authority");
        ObjectNode large = EventJson.mapper().valueToTree(COPY);
        large.put("authority", "a".repeat(TidyContent.LONGEST_TEXT + 1));
        refused(large, "/content/authority");
        ObjectNode many = EventJson.mapper().valueToTree(COPY);
        for (int i = 0; i <= TidyContent.MOST_ROWS; i++) {
            many.withArray("legalBasis").add("x");
        }
        refused(many, "/content/legalBasis");
        ObjectNode hole = EventJson.mapper().valueToTree(COPY);
        hole.withArray("components").addNull();
        refused(hole, "/content/components/" + COPY.components().size());
    }

    private static void refused(JsonNode tree, String pointer) {
        Procedure written = EventJson.read(tree, Procedure.class);
        assertThatThrownBy(() -> TidyContent.of(CODE, written))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(
                                (List<?>) refusal.members().get("violations"))
                        .anySatisfy(each ->
                                assertThat(((Map<?, ?>) each).get("pointer")).isEqualTo(pointer)));
    }

    private static Procedure with(String at, Map<String, Object> values, String without) {
        ObjectNode tree = EventJson.mapper().valueToTree(COPY);
        ((ObjectNode) tree.at(at)).setAll((ObjectNode) EventJson.mapper().valueToTree(values));
        ((ObjectNode) tree.at(at)).putNull(without);
        return TidyContent.of(CODE, EventJson.read(tree, Procedure.class));
    }
}
