package vn.motcua.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.List;

class CursorTest {
    @Test
    void a_cursor_gives_back_its_parts_with_diacritics() {
        assertThat(Cursor.decode(Cursor.encode("Mường Sại", "", "42"), 3)).containsExactly("Mường Sại", "", "42");
    }

    @Test
    void no_cursor_is_the_first_page() {
        assertThat(Cursor.decode(null, 2)).isNull();
        assertThat(Cursor.decode("", 2)).isNull();
    }

    @Test
    void what_this_service_did_not_make_is_refused() {
        for (String foreign :
                List.of("%%%", "abc", Cursor.encode("one"), Cursor.encode("a", "b", "c"), Cursor.encode("a", "\0"))) {
            assertThatThrownBy(() -> Cursor.decode(foreign, 2))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.type()).isEqualTo(Problems.INVALID_CURSOR));
        }
    }

    @Test
    void an_instant_no_database_could_keep_is_refused() {
        assertThat(Cursor.instant("9999-12-31T00:00:00Z")).isNotNull();
        for (String odd : List.of("+1000000000-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "x", "")) {
            assertThatThrownBy(() -> Cursor.instant(odd)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void what_is_no_id_is_refused() {
        assertThat(Cursor.uuid("7d444840-9dc0-11d1-b245-5ffdce74fad2"))
                .hasToString("7d444840-9dc0-11d1-b245-5ffdce74fad2");
        for (String odd : List.of("", "x", "7d444840-9dc0-11d1-b245")) {
            assertThatThrownBy(() -> Cursor.uuid(odd)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void a_page_has_a_next_only_when_a_row_more_was_read() {
        assertThat(Page.of(List.of(1, 2, 3), 2, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), "2"));
        assertThat(Page.of(List.of(1, 2), 2, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), null));
    }

    @Test
    void a_limit_outside_1_to_100_is_refused() {
        assertThat(Limit.of(null)).isEqualTo(20);
        assertThat(Limit.of(100)).isEqualTo(100);
        assertThatThrownBy(() -> Limit.of(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Limit.of(101)).isInstanceOf(ProblemException.class);
    }
}
