package vn.motcua.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

class ShelfTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Shelf FIRST =
            Shelf.of(null, List.of(row("1.000001", 1, null, "khai", "sinh"), row("2.000815", 1, null, "sao")), 1, DAY);

    @Test
    void a_row_of_a_later_generation_takes_the_place_of_the_same_version() {
        Shelf second = Shelf.of(FIRST, List.of(row("1.000001", 1, DAY, "khai", "tu")), 2, DAY);
        assertThat(second.generation()).isEqualTo(2);
        assertThat(second.rows()).hasSize(2);
        assertThat(found(second, "sinh")).isEmpty();
        assertThat(found(second, "tu")).containsExactly("1.000001@1");
        assertThat(found(FIRST, "sinh")).containsExactly("1.000001@1");
    }

    @Test
    void another_version_stands_beside_the_one_it_follows() {
        Shelf second = Shelf.of(
                FIRST, List.of(row("1.000001", 1, DAY.plusDays(9), "khai"), row("1.000001", 2, null, "khai")), 2, DAY);
        assertThat(found(second, "khai")).containsExactlyInAnyOrder("1.000001@1", "1.000001@2");
    }

    @Test
    void what_has_had_its_last_day_is_left_out() {
        Shelf second = Shelf.of(FIRST, List.of(row("1.000001", 1, DAY.minusDays(1), "khai")), 2, DAY);
        assertThat(second.rows()).extracting(Shelved::code).containsExactly("2.000815");
        assertThat(found(second, "khai")).isEmpty();
    }

    @Test
    void the_beginning_of_a_code_finds_every_word_that_begins_so() {
        Shelf coded = Shelf.of(null, List.of(row("1.000001", 1, null, "1.000001"), row("1.2", 1, null, "1.2")), 1, DAY);
        assertThat(coded.finds("1.00", true)).hasSize(1);
        assertThat(coded.finds("1.00", false)).isEmpty();
        assertThat(coded.finds("1.", true)).hasSize(2);
    }

    private static List<String> found(Shelf shelf, String word) {
        return shelf.finds(word, false).stream()
                .flatMap(places -> Arrays.stream(places).boxed())
                .map(place -> shelf.rows()[place >> 1])
                .map(row -> row.code() + "@" + row.version())
                .toList();
    }

    private static Shelved row(String code, int version, LocalDate to, String... words) {
        return new Shelved(
                code,
                version,
                DAY.minusYears(1),
                to,
                "",
                "",
                "",
                OnlineLevel.FULL,
                " ",
                " ",
                "|",
                1,
                words,
                new String[0]);
    }
}
