package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class OptionsTest {
    @Test
    void values_follow_their_names() {
        Options options = Options.parse(List.of("lifecycle", "--clients", "4", "--no-raw"));

        assertThat(options.command()).isEqualTo("lifecycle");
        assertThat(options.number("clients", 16)).isEqualTo(4);
        assertThat(options.number("seconds", 30)).isEqualTo(30);
        assertThat(options.has("no-raw")).isTrue();
    }

    @Test
    void an_unknown_option_or_a_missing_value_is_named() {
        assertThatThrownBy(() -> Options.parse(List.of("lifecycle", "--speed", "9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--speed");
        assertThatThrownBy(() -> Options.parse(List.of("lifecycle", "--clients")))
                .hasMessageContaining("--clients");
    }
}
