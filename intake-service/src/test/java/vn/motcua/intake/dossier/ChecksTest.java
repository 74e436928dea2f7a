package vn.motcua.intake.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.dossier.Sample.legal;

import org.junit.jupiter.api.Test;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.dossier.Checks.Check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class ChecksTest {
    private static final Limit FIVE_DAYS = Limit.of(5, LimitUnit.WORKING_DAY);
    private static final String MONDAY = "2026-11-16T09:00";

    @Test
    void two_working_days_before_the_date_a_dossier_is_expected_to_be_late() {
        Map<WatchKind, Instant> at = checks(taken(FIVE_DAYS, MONDAY));
        assertThat(at)
                .containsEntry(WatchKind.EXPECTED_LATE, legal("2026-11-19T09:00"))
                .containsEntry(WatchKind.DUE_SOON, legal("2026-11-20T09:00"))
                .containsEntry(WatchKind.OVERDUE, legal("2026-11-23T09:01"));
    }

    @Test
    void a_short_limit_is_looked_at_when_half_of_it_is_over_and_sixty_minutes_before_its_end() {
        Map<WatchKind, Instant> sameDay = checks(taken(Limit.sameDay(), MONDAY));
        assertThat(sameDay)
                .containsEntry(WatchKind.EXPECTED_LATE, legal("2026-11-16T14:00"))
                .containsEntry(WatchKind.DUE_SOON, legal("2026-11-16T16:00"))
                .containsEntry(WatchKind.OVERDUE, legal("2026-11-16T17:01"));
        Map<WatchKind, Instant> twoDays = checks(taken(Limit.of(2, LimitUnit.WORKING_DAY), MONDAY));
        assertThat(twoDays)
                .containsEntry(WatchKind.EXPECTED_LATE, legal("2026-11-17T09:00"))
                .containsEntry(WatchKind.DUE_SOON, legal("2026-11-18T08:00"));
        Map<WatchKind, Instant> threeDays = checks(taken(Limit.of(3, LimitUnit.WORKING_DAY), MONDAY));
        assertThat(threeDays).containsEntry(WatchKind.EXPECTED_LATE, legal("2026-11-17T09:00"));
        Map<WatchKind, Instant> clock = checks(taken(Limit.of(1, LimitUnit.CLOCK_HOUR), MONDAY));
        assertThat(clock).containsEntry(WatchKind.EXPECTED_LATE, legal("2026-11-16T09:30"));
    }

    @Test
    void what_is_looked_at_moves_with_the_date() {
        Dossier dossier = taken(FIVE_DAYS, MONDAY);
        Sample.askSupplement(dossier, Actor.CASE, "2026-11-17T09:00");
        assertThat(checks(dossier).keySet())
                .containsExactlyInAnyOrder(WatchKind.SUPPLEMENT_WAITS, WatchKind.STANDS_STILL);
        Sample.supply(dossier, "2026-11-19T09:00");
        assertThat(checks(dossier)).containsEntry(WatchKind.EXPECTED_LATE, legal("2026-11-23T09:00"));
        Step.take(Sample.extension(dossier, "2026-11-20T09:00", "2026-12-01T09:00"), Actor.CASE)
                .complete();
        assertThat(checks(dossier)).containsEntry(WatchKind.EXPECTED_LATE, legal("2026-11-27T09:00"));
        Sample.decide(dossier, UUID.randomUUID(), "ab".repeat(32), "2026-11-20T10:00");
        assertThat(checks(dossier).keySet()).containsExactlyInAnyOrder(WatchKind.RESULT_WAITS, WatchKind.STANDS_STILL);
    }

    @Test
    void a_promise_takes_the_place_of_the_date_that_has_passed() {
        Dossier dossier = taken(FIVE_DAYS, MONDAY);
        Step.take(
                        new Situation(
                                dossier,
                                Action.APOLOGISE,
                                legal("2026-11-23T10:00"),
                                false,
                                legal("2026-11-27T10:00"),
                                Sample.CALENDAR),
                        Actor.DIRECTOR)
                .complete();
        assertThat(checks(dossier))
                .containsEntry(WatchKind.PROMISE_BROKEN, legal("2026-11-27T10:01"))
                .doesNotContainKeys(WatchKind.OVERDUE, WatchKind.DUE_SOON);
    }

    @Test
    void a_filing_must_be_answered_within_eight_office_hours_and_one_that_was_supplied_received_within_a_day() {
        Dossier dossier = Sample.opened(Channel.ONLINE, FIVE_DAYS, MONDAY);
        assertThat(Checks.of(dossier, Sample.CALENDAR, Sample.CALENDAR)).isEmpty();
        Step step = Sample.take(dossier, Action.SUBMIT, Actor.CITIZEN, MONDAY);
        dossier.submitted(legal("2026-11-17T10:00"), null, false);
        step.complete();
        dossier.trail().nextSequence();
        assertThat(checks(dossier))
                .containsEntry(WatchKind.ACKNOWLEDGE_SOON, legal("2026-11-16T15:15"))
                .containsEntry(WatchKind.ACKNOWLEDGE_LATE, legal("2026-11-17T10:01"));
        Sample.askSupplement(dossier, Actor.RECEPTION, "2026-11-16T10:00");
        Sample.supply(dossier, "2026-11-25T09:00");
        assertThat(checks(dossier))
                .containsEntry(WatchKind.COMPLETE_WAITS, legal("2026-11-26T09:00"))
                .doesNotContainKey(WatchKind.ACKNOWLEDGE_LATE);
    }

    @Test
    void what_no_department_took_is_asked_about_after_an_hour() {
        Dossier dossier = Sample.inProcess(FIVE_DAYS, MONDAY);
        dossier.trail().nextSequence();
        assertThat(checks(dossier)).containsEntry(WatchKind.NOT_TAKEN, legal("2026-11-16T10:00"));
        assertThat(checks(taken(FIVE_DAYS, MONDAY))).doesNotContainKey(WatchKind.NOT_TAKEN);
    }

    @Test
    void every_dossier_of_which_something_can_come_is_looked_at_and_has_somebody() {
        Dossier dossier = taken(FIVE_DAYS, MONDAY);
        for (Stage stage : Stage.values()) {
            dossier.moveTo(stage, legal(MONDAY));
            List<Check> all = Checks.of(dossier, Sample.CALENDAR, Sample.CALENDAR);
            assertThat(all.isEmpty()).as(stage.name()).isEqualTo(stage.terminal());
            assertThat(Checks.next(all, Set.of()) == null).as(stage.name()).isEqualTo(stage.terminal());
            assertThat(Charge.of(dossier) == null).as(stage.name()).isEqualTo(stage.terminal());
        }
    }

    @Test
    void the_next_look_is_the_first_that_was_not_raised() {
        List<Check> all = Checks.of(taken(FIVE_DAYS, MONDAY), Sample.CALENDAR, Sample.CALENDAR);
        assertThat(Checks.next(all, Set.of())).isEqualTo(legal("2026-11-19T09:00"));
        assertThat(Checks.next(all, Set.of(WatchKind.EXPECTED_LATE))).isEqualTo(legal("2026-11-20T09:00"));
        assertThat(Checks.next(all, Set.of(WatchKind.values()))).isNull();
        assertThat(Checks.come(all, legal("2026-11-20T09:00")))
                .extracting(Check::kind)
                .containsExactly(WatchKind.EXPECTED_LATE, WatchKind.DUE_SOON);
        assertThat(Checks.come(all, legal("2026-11-19T08:59"))).isEmpty();
    }

    @Test
    void the_database_knows_exactly_these_kinds() throws IOException {
        String sql = Files.readString(Path.of("src/main/resources/db/migration/V52__set_aside.sql"));
        Matcher kinds = Pattern.compile("kind in \\(([^)]+)\\)").matcher(sql);
        assertThat(kinds.find()).isTrue();
        assertThat(Arrays.stream(kinds.group(1).split(",")).map(k -> k.strip().replace("'", "")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(WatchKind.values()).map(WatchKind::name).toList());
    }

    /** In the hands of a department. */
    private static Dossier taken(Limit limit, String at) {
        Dossier dossier = Sample.inProcess(limit, at);
        dossier.trail().nextSequence();
        dossier.reported().byCase("OPEN", "office", null, null);
        return dossier;
    }

    private static Map<WatchKind, Instant> checks(Dossier dossier) {
        return Checks.of(dossier, Sample.CALENDAR, Sample.CALENDAR).stream()
                .collect(Collectors.toMap(Check::kind, Check::at));
    }
}
