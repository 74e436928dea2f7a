package vn.motcua.processing.queue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class OnboardingTest {
    private static final List<String> DEPARTMENTS = List.of("office", "culture-society");

    @Test
    void a_department_of_a_unit_is_named_by_both() {
        assertThatCode(() -> Onboarding.requireDepartments(
                        List.of("14-03712-20250701/office", "14-03712-20250701/culture-society"), DEPARTMENTS))
                .doesNotThrowAnyException();
    }

    @Test
    void what_names_none_stops_the_start_and_is_shown() {
        for (String wrong : new String[] {
            "office", "14-03712-20250701/moon", "14-03712-20250701/office.x", "xa muong sai/office", "/office", ""
        }) {
            assertThatThrownBy(() -> Onboarding.requireDepartments(List.of(wrong), DEPARTMENTS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining('"' + wrong + '"');
        }
    }
}
