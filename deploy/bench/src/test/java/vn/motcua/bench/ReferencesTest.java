package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

class ReferencesTest {
    @Test
    void a_million_copies_have_a_million_references_of_the_right_form() {
        Set<String> all = new HashSet<>();
        for (long number = 10_000_000; number < 11_000_000; number++) {
            String reference = References.of(number);
            assertThat(all.add(reference)).as(reference).isTrue();
        }
        assertThat(all).allMatch(reference -> reference.matches("[0-9A-HJKMNP-TV-Z]{10}"));
    }

    @Test
    void those_of_neighbours_lie_far_apart() {
        assertThat(References.of(1).substring(0, 2))
                .isNotEqualTo(References.of(2).substring(0, 2))
                .isNotEqualTo(References.of(3).substring(0, 2));
    }
}
