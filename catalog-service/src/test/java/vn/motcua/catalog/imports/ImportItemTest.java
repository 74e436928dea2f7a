package vn.motcua.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.catalog.procedure.Timeline;

import java.time.LocalDate;

class ImportItemTest {
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 1);

    @Test
    void what_is_as_it_was_compared_is_in_nobodys_way() {
        assertThat(new ImportItem("8.1", null, "a", null).against(JANUARY)).isEmpty();
        assertThat(item(2, "a", 2, "b", null).against(JANUARY)).isEmpty();
    }

    @Test
    void another_version_meanwhile_is_told_and_a_new_code_that_was_taken_too() {
        assertThat(item(1, "a", 2, "b", null).against(JANUARY))
                .hasValue(new Obstacle("8.1", Obstacle.Reason.CHANGED, 1, 2, DECEMBER));
        assertThat(item(null, "a", 1, "b", null).against(JANUARY))
                .hasValue(new Obstacle("8.1", Obstacle.Reason.CHANGED, null, 1, DECEMBER));
    }

    @Test
    void what_says_the_same_already_is_left_out_and_in_nobodys_way() {
        assertThat(item(1, "a", 2, "a", null).against(JANUARY)).hasValueSatisfying(same -> {
            assertThat(same.reason()).isEqualTo(Obstacle.Reason.SAME);
            assertThat(same.inTheWay()).isFalse();
        });
    }

    @Test
    void what_has_ended_is_not_begun_again_by_a_list_even_if_it_says_the_same() {
        assertThat(item(2, "a", 2, "a", LocalDate.of(2026, 12, 31)).against(JANUARY))
                .hasValue(new Obstacle("8.1", Obstacle.Reason.ENDED, 2, 2, LocalDate.of(2026, 12, 31)));
    }

    @Test
    void a_day_on_or_before_the_first_of_the_newest_version_is_too_early() {
        assertThat(item(2, "a", 2, "b", null).against(DECEMBER))
                .hasValue(new Obstacle("8.1", Obstacle.Reason.DATE_TOO_EARLY, 2, 2, DECEMBER));
        assertThat(item(2, "a", 2, "b", null).against(DECEMBER.plusDays(1))).isEmpty();
    }

    private static ImportItem item(Integer basedOn, String fingerprint, int newest, String published, LocalDate ended) {
        return new ImportItem(
                "8.1",
                basedOn,
                fingerprint,
                new ImportItem.Newest(new Timeline.Span(newest, DECEMBER, ended, ended != null), published));
    }
}
