package vn.motcua.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class WishedLanguagesTest {

    @Test
    void wishes_of_language_are_those_of_the_standard() {
        assertThat(List.of("vi", "en-US,en;q=0.9,vi;q=0.8", "*", "vi;q=0", "en ; q=1.000, *;q=0.1"))
                .allMatch(WishedLanguages::readable);
        assertThat(List.of("*;q=2", "en;q=x", ";;;", "", "vi;q=-1", "ạ", "x".repeat(600)))
                .noneMatch(WishedLanguages::readable);
    }
}
