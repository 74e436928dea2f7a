package vn.motcua.processing.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.motcua.processing.outside.Access;
import vn.motcua.processing.outside.OutsideSystems;

import java.util.ArrayList;
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
    void who_was_made_known_and_never_onboarded_is_let_in_no_more_once_the_configuration_does_not_name_it() {
        List<String> detached = new ArrayList<>();
        Onboarding onboarding = new Onboarding();
        onboarding.outside = new OutsideSystems() {
            @Override
            public List<String> names(Access access) {
                return access == Access.READS
                        ? List.of("queue.14-03712-20250701.culture-society", "queue.14-03712-20250701.office")
                        : List.of("shadow.civil-status");
            }

            @Override
            public void detach(String name) {
                detached.add(name);
            }
        };
        onboarding.detachOthers(List.of("14-03712-20250701/office"));
        assertThat(detached).containsExactly("queue.14-03712-20250701.culture-society");
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
