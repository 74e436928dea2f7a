package vn.motcua.processing.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Questions in parallel, answered or withdrawn in any order. */
class OpinionOrderTest {
    private static final Instant ASKED = Instant.parse("2026-11-23T08:30:00Z");
    private static final Officer OFFICER = new Officer("s", "Cán bộ", null, Set.of("specialist"), Set.of(), "office");

    @Property(tries = 300)
    void whatever_the_order_the_case_awaits_the_latest_open_one_and_at_the_end_none(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 500) Integer> hours,
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 1023) int withdrawn) {
        List<Opinion> asked = new ArrayList<>();
        for (int hour : hours) {
            asked.add(new Opinion(
                    UUID.randomUUID(),
                    "14-03712-20250701",
                    "economy",
                    "?",
                    ASKED.plusSeconds(hour * 3600L),
                    OFFICER,
                    ASKED));
        }
        List<Opinion> order = new ArrayList<>(asked);
        Collections.shuffle(order, new Random(seed));
        List<Opinion> open = new ArrayList<>(order);
        for (Opinion each : order) {
            assertThat(Opinions.until(asked))
                    .isEqualTo(open.stream()
                            .map(Opinion::due)
                            .max(Instant::compareTo)
                            .orElse(null));
            if ((withdrawn >> asked.indexOf(each) & 1) == 1) {
                each.withdraw("NOT_NEEDED", ASKED);
            } else {
                each.answer(AnswerKind.AGREED, "Thống nhất", OFFICER, ASKED);
            }
            open.remove(each);
        }
        assertThat(Opinions.until(asked)).isNull();
        assertThat(asked).noneMatch(each -> each.state() == OpinionState.OPEN);
        assertThat(asked).allMatch(each -> each.revision() == 2);
    }

    @Property(tries = 100)
    void what_was_withdrawn_is_never_late_and_what_was_answered_stays_as_it_was(
            @ForAll @IntRange(min = 1, max = 1000) int hours) {
        Opinion withdrawn = new Opinion(UUID.randomUUID(), "u", "d", "?", ASKED.plusSeconds(3600), OFFICER, ASKED);
        withdrawn.withdraw("NOT_NEEDED", ASKED);
        Opinion answered = new Opinion(UUID.randomUUID(), "u", "d", "?", ASKED.plusSeconds(3600), OFFICER, ASKED);
        answered.answer(AnswerKind.DISAGREED, "Không", OFFICER, ASKED.plusSeconds(3600));
        Instant later = ASKED.plusSeconds(hours * 3600L);
        assertThat(withdrawn.late(later)).isFalse();
        assertThat(answered.late(later)).isFalse();
    }
}
