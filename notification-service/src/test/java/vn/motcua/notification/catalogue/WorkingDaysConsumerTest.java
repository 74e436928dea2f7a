package vn.motcua.notification.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;

import java.time.LocalDate;

/** The calendars of the catalogue as this service has taken them over. */
@QuarkusTest
class WorkingDaysConsumerTest {
    @Inject
    WorkingDays days;

    @BeforeEach
    void taken() {
        Service.ready();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 2026-11-26, an ordinary day",
        "2026-11-25, 2026-11-23, a holiday in the middle of the week",
        "2026-11-23, 2026-11-20, a Monday after the weekend",
        "2026-01-05, 2025-12-31, the New Year with the day that was swapped",
        "2026-01-12, 2026-01-10, a Saturday that is worked instead"
    })
    void the_last_working_day_is_what_the_calendar_says(LocalDate day, LocalDate last, String why) {
        assertThat(days.lastBefore(day, Story.MUONG_SAI)).as(why).isEqualTo(last);
    }
}
