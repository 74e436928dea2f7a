package vn.motcua.catalog.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.motcua.catalog.procedure.Timeline.Refusal;
import vn.motcua.catalog.procedure.Timeline.Span;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whatever is published and ended in whatever order: no gaps but after an end, no overlaps, one version a day. */
class TimelineTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 120;

    /** Publishing from a day on, or ending on it. */
    record Step(boolean end, int day) {
        LocalDate date() {
            return FIRST.plusDays(day);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.integers().between(0, DAYS))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    @Property
    void there_is_no_gap_but_after_an_end_and_no_overlap(@ForAll("steps") List<Step> steps) {
        List<Span> spans = play(steps).spans();
        for (int i = 1; i < spans.size(); i++) {
            Span before = spans.get(i - 1);
            Span after = spans.get(i);
            assertThat(before.to()).isBefore(after.from());
            assertThat(before.ended() || before.to().plusDays(1).equals(after.from()))
                    .isTrue();
            assertThat(after.version()).isEqualTo(before.version() + 1);
        }
    }

    @Property
    void on_every_day_one_version_is_in_force_at_most_and_it_is_the_last_one_begun(@ForAll("steps") List<Step> steps) {
        Timeline timeline = play(steps);
        Map<LocalDate, Integer> expected = new TreeMap<>();
        for (Span span : timeline.spans()) {
            LocalDate last = span.to() == null ? FIRST.plusDays(DAYS + 10) : span.to();
            for (LocalDate day = span.from(); !day.isAfter(last); day = day.plusDays(1)) {
                assertThat(expected.put(day, span.version())).isNull();
            }
        }
        for (LocalDate day = FIRST.minusDays(3); day.isBefore(FIRST.plusDays(DAYS + 10)); day = day.plusDays(1)) {
            assertThat(timeline.on(day).map(Span::version).orElse(null)).isEqualTo(expected.get(day));
        }
    }

    @Property
    void what_a_day_showed_stays_for_all_days_before_the_newest_begins(
            @ForAll("steps") List<Step> steps, @ForAll("steps") List<Step> more) {
        Timeline before = play(steps);
        if (before.newest() == null) {
            return;
        }
        Timeline after = play(before, more);
        for (LocalDate day = FIRST; day.isBefore(before.newest().from()); day = day.plusDays(1)) {
            assertThat(after.on(day)).isEqualTo(before.on(day));
        }
    }

    @Property
    void what_is_refused_changes_nothing_and_what_is_not_refused_happens(@ForAll("steps") List<Step> steps) {
        Timeline timeline = new Timeline(List.of());
        for (Step step : steps) {
            if (refuses(timeline, step)) {
                Timeline unchanged = timeline;
                assertThatThrownBy(() -> apply(unchanged, step)).isInstanceOf(IllegalArgumentException.class);
            } else {
                timeline = apply(timeline, step);
                assertThat(
                                step.end()
                                        ? timeline.newest().to()
                                        : timeline.newest().from())
                        .isEqualTo(step.date());
            }
        }
    }

    @Test
    void the_same_day_twice_is_refused() {
        Timeline one = new Timeline(List.of()).beginning(FIRST);
        assertThat(one.refusesBeginning(FIRST, null)).contains(Refusal.SAME_DAY);
        Timeline two = one.beginning(FIRST.plusDays(5));
        assertThat(two.refusesBeginning(FIRST, null)).contains(Refusal.SAME_DAY);
        assertThat(two.refusesBeginning(FIRST.plusDays(5), null)).contains(Refusal.SAME_DAY);
    }

    @Test
    void a_day_before_the_newest_version_is_refused_even_where_that_one_is_still_to_come() {
        Timeline later = new Timeline(List.of()).beginning(FIRST).beginning(FIRST.plusDays(30));
        assertThat(later.refusesBeginning(FIRST.plusDays(29), FIRST)).contains(Refusal.BEFORE_NEWEST);
        assertThat(later.refusesBeginning(FIRST.plusDays(31), FIRST)).isEmpty();
    }

    @Test
    void a_day_that_is_over_is_refused_to_people_and_not_to_lists() {
        Timeline one = new Timeline(List.of()).beginning(FIRST);
        assertThat(one.refusesBeginning(FIRST.plusDays(3), FIRST.plusDays(4))).contains(Refusal.PAST);
        assertThat(one.refusesBeginning(FIRST.plusDays(4), FIRST.plusDays(4))).isEmpty();
        assertThat(one.refusesBeginning(FIRST.plusDays(3), null)).isEmpty();
        assertThat(one.refusesEnd(FIRST.plusDays(3), FIRST.plusDays(4))).contains(Refusal.PAST);
    }

    @Test
    void a_version_gets_its_last_day_the_day_before_the_next_one() {
        Timeline two = new Timeline(List.of()).beginning(FIRST).beginning(FIRST.plusDays(10));
        assertThat(two.spans())
                .containsExactly(
                        new Span(1, FIRST, FIRST.plusDays(9), false), new Span(2, FIRST.plusDays(10), null, false));
    }

    @Test
    void after_an_end_nothing_is_in_force_until_a_version_begins_again() {
        Timeline ended = new Timeline(List.of()).beginning(FIRST).ending(FIRST.plusDays(9));
        assertThat(ended.on(FIRST.plusDays(9))).isPresent();
        assertThat(ended.on(FIRST.plusDays(10))).isEmpty();
        assertThat(ended.refusesBeginning(FIRST.plusDays(9), null)).contains(Refusal.BEFORE_LAST_DAY);
        assertThat(ended.refusesEnd(FIRST.plusDays(20), null)).contains(Refusal.ENDED_ALREADY);
        Timeline again = ended.beginning(FIRST.plusDays(30));
        assertThat(again.on(FIRST.plusDays(29))).isEmpty();
        assertThat(again.on(FIRST.plusDays(30)).orElseThrow().version()).isEqualTo(2);
        assertThat(again.spans().get(0).to()).isEqualTo(FIRST.plusDays(9));
    }

    @Test
    void nothing_cannot_end_and_no_end_lies_before_the_beginning() {
        assertThat(new Timeline(List.of()).refusesEnd(FIRST, null)).contains(Refusal.NOTHING_TO_END);
        Timeline later = new Timeline(List.of()).beginning(FIRST.plusDays(10));
        assertThat(later.refusesEnd(FIRST.plusDays(9), null)).contains(Refusal.END_BEFORE_BEGINNING);
        assertThat(later.refusesEnd(FIRST.plusDays(10), null)).isEmpty();
    }

    @Test
    void days_that_overlap_or_leave_a_gap_are_no_timeline() {
        Span first = new Span(1, FIRST, FIRST.plusDays(9), false);
        for (int from : new int[] {9, 11}) {
            List<Span> wrong = List.of(first, new Span(2, FIRST.plusDays(from), null, false));
            assertThatThrownBy(() -> new Timeline(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        List<Span> twoOpen = List.of(new Span(1, FIRST, null, false), new Span(2, FIRST.plusDays(9), null, false));
        assertThatThrownBy(() -> new Timeline(twoOpen)).isInstanceOf(IllegalArgumentException.class);
        List<Span> backwards = List.of(first, new Span(1, FIRST.plusDays(10), null, false));
        assertThatThrownBy(() -> new Timeline(backwards)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Timeline play(List<Step> steps) {
        return play(new Timeline(List.of()), steps);
    }

    private static Timeline play(Timeline from, List<Step> steps) {
        Timeline timeline = from;
        for (Step step : steps) {
            timeline = refuses(timeline, step) ? timeline : apply(timeline, step);
        }
        return timeline;
    }

    private static boolean refuses(Timeline timeline, Step step) {
        return (step.end() ? timeline.refusesEnd(step.date(), null) : timeline.refusesBeginning(step.date(), null))
                .isPresent();
    }

    private static Timeline apply(Timeline timeline, Step step) {
        return step.end() ? timeline.ending(step.date()) : timeline.beginning(step.date());
    }
}
