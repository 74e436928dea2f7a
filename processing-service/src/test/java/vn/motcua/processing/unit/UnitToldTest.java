package vn.motcua.processing.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.platform.json.EventJson;
import vn.motcua.processing.Contracts;
import vn.motcua.processing.unit.UnitTold.Part;
import vn.motcua.processing.unit.UnitTold.Successor;

import java.time.LocalDate;
import java.util.List;

class UnitToldTest {
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

    @Test
    void every_example_of_a_unit_is_read_also_with_a_field_nobody_knows() {
        for (Contracts.Example example : Contracts.examples("catalog.units")) {
            String body = example.body().replaceFirst("\\{", "{\"neverHeardOf\":{\"x\":[1]},");
            UnitTold told = EventJson.read(EventJson.tree(body), UnitTold.class);
            assertThat(told.id()).startsWith(told.provinceCode());
            assertThat(told.inForce(FIRST)).as(told.id()).isNotEqualTo(told.inForce(LAST));
        }
    }

    @Test
    void a_unit_is_in_force_from_its_first_to_its_last_day_both_included() {
        UnitTold present = new UnitTold("14-03712-20250701", "14", FIRST, null, null);
        assertThat(present.inForce(LAST)).isFalse();
        assertThat(present.inForce(FIRST)).isTrue();
        assertThat(present.successor()).isNull();
        UnitTold former = new UnitTold(
                "14-03709-00000000", "14", null, LAST, List.of(new Successor("14-03712-20250701", Part.WHOLE)));
        assertThat(former.inForce(LAST)).isTrue();
        assertThat(former.inForce(FIRST)).isFalse();
        assertThat(former.successor()).isEqualTo("14-03712-20250701");
    }

    @Test
    void what_was_divided_or_went_on_in_part_stands_for_nothing_and_asks_which_part() {
        Successor part = new Successor("01-00004-20250701", Part.PART);
        for (List<Successor> into : List.of(List.of(part), List.of(part, part))) {
            UnitTold former = new UnitTold("01-00016-00000000", "01", null, LAST, into);
            assertThat(former.successor()).isNull();
            assertThat(former.divided()).isTrue();
        }
        // without any day nothing is known of it
        UnitTold unknown = new UnitTold("01-00016-00000000", "01", null, null, null);
        assertThat(unknown.inForce(FIRST)).isFalse();
        assertThat(unknown.divided()).isFalse();
    }
}
