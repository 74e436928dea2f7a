package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

class MarksTest {
    private static final String ID = "0b7c1a52-9d7e-4f0a-8a55-2f1f6f0c3a11";

    @Test
    void ids_and_the_texts_of_unique_keys_are_marked_wherever_they_stand() throws Exception {
        Tables.Table dossier = table("dossier", List.of("id"), List.of("reference"));
        JsonNode row = Wire.JSON.readTree(
                "{\"id\":\"" + ID + "\",\"reference\":\"AB12CD34EF\",\"body\":\"x AB12CD34EF y " + ID + "\"}");
        Marks marks = Marks.of(List.of(inserted("dossier", row)), tables(dossier));

        String[] filling = marks.fill(new SplittableRandom(1));
        String body =
                marks.value(row.get("body"), dossier.columns().get("body")).with(filling);

        assertThat(marks.captured()).containsExactly(ID, "AB12CD34EF");
        assertThat(body).isEqualTo("x " + filling[1] + " y " + filling[0]);
        assertThat(filling[0]).hasSize(36).isNotEqualTo(ID);
        assertThat(filling[1]).hasSize(10).isNotEqualTo("AB12CD34EF");
    }

    @Test
    void a_key_with_a_running_number_needs_no_mark() throws Exception {
        Tables.Table form = table("issued_form", List.of("id"), List.of("unit", "kind", "running_number"));
        JsonNode row = Wire.JSON.readTree(
                "{\"id\":\"" + ID + "\",\"unit\":\"14-03712-20250701\",\"kind\":\"RECEIPT\",\"running_number\":7}");

        assertThat(Marks.of(List.of(inserted("issued_form", row)), tables(form)).captured())
                .containsExactly(ID);
    }

    @Test
    void null_stays_null() {
        Marks marks = Marks.of(List.of(), Map.of());

        assertThat(marks.value(null, null).with(new String[0])).isNull();
    }

    private static Capture.Change inserted(String table, JsonNode row) {
        return new Capture.Change("intake", table, Capture.Operation.INSERT, null, row);
    }

    @SafeVarargs
    private static Tables.Table table(String name, List<String>... keys) {
        Map<String, Tables.Column> columns = new LinkedHashMap<>();
        columns.put("id", new Tables.Column("id", "uuid", false, false));
        columns.put("running_number", new Tables.Column("running_number", "bigint", false, false));
        for (String text : List.of("reference", "body", "unit", "kind")) {
            columns.put(text, new Tables.Column(text, "text", false, false));
        }
        return new Tables.Table(name, columns, List.of(keys));
    }

    private static Map<String, Tables> tables(Tables.Table table) {
        return Map.of("intake", Tables.of(table));
    }
}
