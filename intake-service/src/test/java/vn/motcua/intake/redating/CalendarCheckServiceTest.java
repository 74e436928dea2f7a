package vn.motcua.intake.redating;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.Timers;

import java.util.ArrayList;
import java.util.List;

/** The units of a province are compared some at a time, each of them once. */
@QuarkusTest
class CalendarCheckServiceTest {
    @Inject
    CalendarCheck check;

    @Inject
    CalendarsChanged changed;

    @Inject
    Redatings redatings;

    @Inject
    SampleCatalogue catalogue;

    @Inject
    Timers timers;

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void known() {
        catalogue.loaded();
    }

    @Test
    void every_unit_comes_once_however_few_are_taken_at_a_time() {
        List<String> all = redatings.units("", 10_000);
        assertThat(all).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
        List<String> came = new ArrayList<>();
        String last = check.some(null, 1);
        while (last != null) {
            came.add(last);
            last = check.some(last, 1);
        }
        assertThat(came).isEqualTo(all);
        assertThat(check.some(null, all.size() + 1)).isNull();
    }

    @Test
    void a_check_goes_on_where_it_stopped_by_a_timer_that_outlives_the_process() {
        List<String> all = redatings.units("", 10_000);
        assertThat(goneOnTo("one-check", 1)).containsExactly("one-check|" + all.get(0));
        assertThat(goneOnTo("one-check|" + all.get(0), 1)).containsExactly("one-check|" + all.get(1));
        assertThat(goneOnTo("one-check|" + all.get(all.size() - 1), 1)).isEmpty();
    }

    /** The timers a piece of a check has set, which are taken back before they can fire. */
    private List<String> goneOnTo(String instance, int most) {
        return QuarkusTransaction.requiringNew().call(() -> {
            changed.goOn(instance, most);
            List<String> set = Sql.query(
                    source,
                    "select task_instance from scheduled_tasks where task_name = 'calendars-changed' and task_instance like 'one-check|%'",
                    row -> row.getString(1));
            set.forEach(each -> timers.cancel("calendars-changed", each));
            return set;
        });
    }
}
