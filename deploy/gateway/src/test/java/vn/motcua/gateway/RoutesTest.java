package vn.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class RoutesTest {

    private final Routes<String> routes =
            new Routes<>(Map.of("/", "front", "/api/intake", "intake", "/ho-so", "intake", "/api/intake/x", "x"));

    @ParameterizedTest
    @CsvSource({
        "/, front",
        "/api/intake, intake",
        "/api/intake/dossiers, intake",
        "/ho-so/, intake",
        "/api/intake/x/1, x"
    })
    void a_path_goes_to_the_longest_match(String path, String target) {
        assertThat(routes.find(path)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q", "/api", "/api/intakes", "/ho-so-khac", "/index.html", "//", ""})
    void everything_else_goes_nowhere(String path) {
        assertThat(routes.find(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ho-so/../q/metrics",
                "/ho-so/%2e%2e/q",
                "/ho-so/.%2E/q",
                "/ho-so/..%2fq",
                "/ho-so/..;/q",
                "/ho-so\\..\\q",
                "/ho-so/%5c..",
                "/ho-so/.."
            })
    void a_path_that_could_climb_is_refused(String path) {
        assertThat(Routes.isPlain(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/thu-tuc/2.000815", "/ho-so/%C4%90", "/a..b/c", "/api/intake/forms/1.pdf"})
    void ordinary_paths_pass(String path) {
        assertThat(Routes.isPlain(path)).isTrue();
    }

    @Test
    void a_wrongly_written_path_stops_the_start() {
        assertThatThrownBy(() -> new Routes<>(Map.of("/desk/", "x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Routes<>(Map.of("desk", "x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
