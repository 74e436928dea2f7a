package vn.motcua.catalog.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "DVCQG-2026-07 (163/QĐ-BTP); NUICAM-2026-08 | 163/QĐ-BTP",
                "DVCQG-BQP-2025 (Quyết định số 2624/QĐ-BQP) | 2624/QĐ-BQP",
                "DVCQG-2026-07 (QĐ1201-BTP); QD1872-BTP-2020 (unit) | QĐ1201-BTP",
                "TNT-2025-12 (order-inferred); NUICAM-2026-08 | none",
                "bench | none",
                "none | none"
            })
    void a_list_names_the_decision_in_brackets_behind_its_source(String source, String number) {
        assertThat(Announcement.numberIn(source)).isEqualTo(number);
    }
}
