package vn.motcua.intake.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.virus.Scan;

import java.util.List;

class QuantitiesTest {
    private static final OriginalScan SCAN = new OriginalScan("ab".repeat(32), 10, "image/png", null, 1, Scan.OFF);

    @Test
    void originals_are_numbered_in_their_order_and_a_new_one_takes_the_smallest_free_number() {
        Quantities quantities = new Quantities(0, 0, List.of(named(0, "A"), named(0, "B"), named(0, "C")));
        quantities.recount(0, 0, List.of(named(3, "C"), named(1, "A"), named(0, "D")), 5);
        assertThat(quantities.all()).extracting(Original::number).containsExactly(3, 1, 2);
        assertThat(quantities.all()).extracting(Original::revision).containsExactly(1L, 1L, 5L);
    }

    @Test
    void the_original_without_a_name_is_the_first_and_keeps_its_scan_when_it_gets_one() {
        Quantities quantities = new Quantities(3, 2, List.of());
        quantities.put(quantities.original(1).orElseThrow().scanned(SCAN, 2));
        quantities.recount(4, 2, List.of(), 3);
        assertThat(quantities.all()).containsExactly(new Original(1, null, 4, 2, 3, SCAN));
        assertThat(quantities.pages()).isEqualTo(4);
        assertThat(quantities.named()).isEmpty();
        quantities.recount(0, 0, List.of(named(1, "Học bạ")), 4);
        assertThat(quantities.named()).containsExactly(new Original(1, "Học bạ", 1, 1, 4, SCAN));
        quantities.recount(2, 1, List.of(), 5);
        assertThat(quantities.original(1)).contains(new Original(1, null, 2, 1, 5, SCAN));
    }

    @Test
    void an_original_with_a_scan_is_not_left_out_and_one_that_is_not_there_is_not_named() {
        Quantities quantities = new Quantities(0, 0, List.of(named(0, "A"), named(0, "B")));
        quantities.put(quantities.original(2).orElseThrow().scanned(SCAN, 1));
        assertThat(quantities.holds(SCAN.sha256())).isTrue();
        List<Original> before = quantities.all();
        assertThatThrownBy(() -> quantities.recount(0, 0, List.of(named(1, "A")), 2))
                .hasMessage("original 2 has a scan");
        assertThatThrownBy(() -> quantities.recount(0, 0, List.of(named(2, "B"), named(2, "B")), 2))
                .hasMessage("original 2 is named twice");
        assertThatThrownBy(() -> quantities.recount(0, 0, List.of(named(2, "B"), named(7, "C")), 2))
                .hasMessage("no original 7");
        assertThatThrownBy(() -> new Quantities(0, 0, List.of(named(1, "A")))).hasMessage("no original 1");
        assertThat(quantities.all()).isEqualTo(before);
        quantities.withoutScans(3);
        assertThat(quantities.holds(SCAN.sha256())).isFalse();
        assertThat(quantities.original(2)).contains(new Original(2, "B", 1, 1, 3, null));
    }

    @Test
    void where_originals_are_not_counted_any_more_those_with_a_name_are_left_out_with_their_scans() {
        Quantities quantities = new Quantities(0, 0, List.of(named(0, "A"), named(0, "B")));
        quantities.put(quantities.original(2).orElseThrow().scanned(SCAN, 2));
        assertThat(quantities.uncount(3)).extracting(Original::kind).containsExactly("A", "B");
        assertThat(quantities.all()).isEmpty();
        assertThat(quantities.holds(SCAN.sha256())).isFalse();
        assertThat(quantities.uncount(4)).isEmpty();
    }

    @Test
    void where_originals_are_not_counted_any_more_the_one_without_a_name_loses_its_scan_alone() {
        Quantities quantities = new Quantities(3, 2, List.of());
        assertThat(quantities.uncount(2)).isEmpty();
        assertThat(quantities.original(1)).contains(new Original(1, null, 3, 2, 1, null));
        quantities.put(quantities.original(1).orElseThrow().scanned(SCAN, 3));
        assertThat(quantities.uncount(4)).containsExactly(new Original(1, null, 3, 2, 3, SCAN));
        assertThat(quantities.original(1)).contains(new Original(1, null, 3, 2, 4, null));
        assertThat(quantities.pages()).isEqualTo(3);
        assertThat(quantities.copies()).isEqualTo(2);
    }

    @Test
    void where_nothing_is_counted_there_is_no_original() {
        Quantities nothing = new Quantities(0, 0, List.of());
        assertThat(nothing.all()).isEmpty();
        assertThat(nothing.original(1)).isEmpty();
    }

    private static Original named(int number, String kind) {
        return Original.asked(number, kind, 1, 1);
    }
}
