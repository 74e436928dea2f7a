package vn.motcua.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.dossier.SampleChanges.change;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.SampleChanges;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.dossier.StageChanged.Outcome;
import vn.motcua.notification.dossier.StageChanged.ReturnMode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

class MessageTableTest {
    private static final Instant PROMISE = Instant.parse("2026-12-02T02:00:00Z");

    /** What every way of filing, holding and acting can make of a change. */
    private static void everyChange(Consumer<StageChanged> check) {
        for (Action action : Action.values()) {
            for (Stage from : Stage.values()) {
                for (Stage to : Stage.values()) {
                    for (boolean originals : new boolean[] {true, false}) {
                        for (boolean received : new boolean[] {true, false}) {
                            for (ReturnMode mode : ReturnMode.values()) {
                                check.accept(change(action, from, to)
                                        .originals(originals)
                                        .received(received)
                                        .returnMode(mode)
                                        .build());
                            }
                        }
                        check.accept(change(action, from, to)
                                .originals(originals)
                                .promised(PROMISE)
                                .build());
                    }
                }
            }
        }
    }

    @Test
    void no_change_of_stage_is_silent_and_none_says_two_things() {
        everyChange(change -> {
            List<MessageTable.Row> found = MessageTable.find(change);
            assertThat(found)
                    .as("%s %s -> %s", change.action(), change.previousStage(), change.stage())
                    .extracting(MessageTable.Row::audience)
                    .doesNotHaveDuplicates();
            if (change.moved()) {
                assertThat(found).extracting(MessageTable.Row::audience).contains(Audience.PERSON);
            }
        });
    }

    @Test
    void a_refused_answer_sends_nothing_whatever_it_refuses() {
        for (Action action : Action.values()) {
            for (Stage stage : Stage.values()) {
                StageChanged refused = change(action, stage, stage)
                        .answers(UUID.randomUUID(), Outcome.REFUSED)
                        .build();
                assertThat(MessageTable.find(refused)).isEmpty();
            }
        }
    }

    @Test
    void a_row_speaks_exactly_where_its_columns_say() {
        everyChange(change -> {
            List<MessageTable.Row> fitting = new ArrayList<>();
            for (MessageTable.Row row : MessageTable.rows()) {
                if (row.action() == change.action()
                        && row.to().contains(change.stage())
                        && row.when().holds(change)) {
                    fitting.add(row);
                }
            }
            List<MessageTable.Row> found = MessageTable.find(change);
            if (fitting.isEmpty()) {
                assertThat(found.stream().map(MessageTable.Row::template))
                        .isEqualTo(change.moved() ? List.of(Template.STAGE_CHANGED) : List.of());
            } else {
                assertThat(found).isEqualTo(fitting);
            }
        });
    }

    @Test
    void every_row_can_speak_and_every_template_is_used() {
        Set<Template> used = EnumSet.noneOf(Template.class);
        Set<MessageTable.Row> spoken = new java.util.HashSet<>();
        everyChange(change -> MessageTable.find(change).forEach(row -> {
            used.add(row.template());
            spoken.add(row);
        }));
        CaseMessageTable.rows().forEach(row -> used.add(row.says().template()));

        used.add(MessageTable.REMINDER.template());
        assertThat(used).isEqualTo(EnumSet.allOf(Template.class));
        assertThat(spoken).containsAll(MessageTable.rows());
    }

    @Test
    void two_rows_of_one_act_and_stage_have_opposite_conditions() {
        for (MessageTable.Row one : MessageTable.rows()) {
            for (MessageTable.Row other : MessageTable.rows()) {
                if (one != other
                        && one.action() == other.action()
                        && one.to().stream().anyMatch(other.to()::contains)
                        && one.audience() == other.audience()) {
                    assertThat(When.OPPOSITES).contains(Set.of(one.when(), other.when()));
                }
            }
        }
    }

    @Test
    void opposite_conditions_never_hold_together() {
        everyChange(change -> When.OPPOSITES.forEach(pair ->
                assertThat(pair.stream().filter(when -> when.holds(change))).hasSize(1)));
    }

    @Test
    void every_published_act_has_a_row_of_its_own() {
        JsonNode acts = Contracts.schemaTree("dossier.stage-changed").at("/properties/action/enum");
        assertThat(acts).isNotEmpty();
        for (JsonNode act : acts) {
            Action action = Action.of(act.asText());
            assertThat(action).as(act.asText()).isNotEqualTo(Action.OTHER);
            assertThat(MessageTable.rows()).anyMatch(row -> row.action() == action);
        }
    }

    @Test
    void every_published_stage_is_known() {
        JsonNode stages = Contracts.schemaTree("dossier.stage-changed").at("/$defs/stage/enum");
        List<String> published = new ArrayList<>();
        stages.forEach(stage -> published.add(stage.asText()));
        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.allOf(Stage.class).stream().map(Enum::name).toList());
    }

    /** The rows of the design, written down a second time by hand. */
    @ParameterizedTest
    @CsvSource({
        "SUBMIT, PREPARING, SUBMITTED, submitted",
        "RECEIVE, PREPARING, RECEIVED, received",
        "RECEIVE, SUBMITTED, RECEIVED, received",
        "REFUSE, SUBMITTED, REFUSED, refused",
        "ASK_SUPPLEMENT, IN_PROCESS, AWAITING_SUPPLEMENT, supplement",
        "SUPPLY, AWAITING_SUPPLEMENT, SUBMITTED, supplied-early",
        "SUPPLY, AWAITING_SUPPLEMENT, PREPARING, supplied-early",
        "SUPPLY, AWAITING_SUPPLEMENT, IN_PROCESS, supplied",
        "SUPPLY, AWAITING_SUPPLEMENT, AWAITING_PAYMENT, supplied-payment",
        "SUPPLY, WITHDRAWAL_REQUESTED, WITHDRAWAL_REQUESTED, supplied-withdrawal",
        "LAPSE, AWAITING_SUPPLEMENT, STOPPED, lapsed",
        "TRANSFER, RECEIVED, IN_PROCESS, transferred",
        "ASK_PAYMENT, IN_PROCESS, AWAITING_PAYMENT, payment",
        "PAY, AWAITING_PAYMENT, IN_PROCESS, paid-resumed",
        "PAY, IN_PROCESS, IN_PROCESS, paid",
        "PAY, RECEIVED, RECEIVED, paid",
        "PAY, WITHDRAWAL_REQUESTED, WITHDRAWAL_REQUESTED, paid",
        "PAY, DECIDED, DECIDED, paid",
        "EXTEND, IN_PROCESS, IN_PROCESS, extended",
        "APOLOGISE, IN_PROCESS, IN_PROCESS, apology",
        "ASK_WITHDRAWAL, RECEIVED, WITHDRAWAL_REQUESTED, withdrawal",
        "CONFIRM, WITHDRAWAL_REQUESTED, STOPPED, stopped",
        "DENY, WITHDRAWAL_REQUESTED, IN_PROCESS, withdrawal-denied",
        "CANCEL, WITHDRAWAL_REQUESTED, AWAITING_SUPPLEMENT, withdrawal-cancelled",
        "DECIDE, IN_PROCESS, DECIDED, result-ready",
        "DECIDE, WITHDRAWAL_REQUESTED, DECIDED, result-ready-not-withdrawn",
        "HAND_OVER, DECIDED, RETURNED, returned",
        "HAND_OVER, REFUSED, REFUSED, originals-returned",
        "HAND_OVER, STOPPED, STOPPED, originals-returned",
        "REISSUE, DECIDED, DECIDED, result-replaced",
        "REISSUE, RETURNED, RETURNED, result-replaced-after-return",
        "CORRECT, RECEIVED, RECEIVED, corrected",
        "REDATE, IN_PROCESS, IN_PROCESS, redated",
        "ABANDON, SUBMITTED, ABANDONED, abandoned",
        "OTHER, IN_PROCESS, DECIDED, stage-changed"
    })
    void the_design_says_this(Action action, Stage from, Stage to, String template) {
        List<MessageTable.Row> found =
                MessageTable.find(change(action, from, to).build());

        assertThat(found).extracting(row -> row.template().key()).containsExactly(template);
    }

    @Test
    void a_person_who_waits_for_a_promised_date_is_told_of_that_one_when_the_calendar_changes() {
        List<MessageTable.Row> found = MessageTable.find(change(Action.REDATE, Stage.IN_PROCESS, Stage.IN_PROCESS)
                .promised(PROMISE)
                .build());

        assertThat(found).extracting(MessageTable.Row::template).containsExactly(Template.REDATED_PROMISE);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, SUBMITTED, REFUSED, refused-collect",
        "CONFIRM, WITHDRAWAL_REQUESTED, STOPPED, stopped-collect",
        "LAPSE, AWAITING_SUPPLEMENT, STOPPED, lapsed-collect"
    })
    void originals_are_called_for_where_they_are_held(Action action, Stage from, Stage to, String template) {
        List<MessageTable.Row> found =
                MessageTable.find(change(action, from, to).originals(true).build());

        assertThat(found).extracting(row -> row.template().key()).containsExactly(template);
        assertThat(found.get(0).template().announcesReturn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, SUBMITTED, REFUSED",
        "CONFIRM, WITHDRAWAL_REQUESTED, STOPPED",
        "LAPSE, AWAITING_SUPPLEMENT, STOPPED"
    })
    void originals_that_go_back_by_post_are_told_to_the_postman_and_others_are_not(
            Action action, Stage from, Stage to) {
        SampleChanges ended = change(action, from, to).returnMode(ReturnMode.POST);

        assertThat(MessageTable.find(ended.originals(true).build()))
                .filteredOn(row -> row.audience() == Audience.POST)
                .extracting(MessageTable.Row::template)
                .containsExactly(Template.PICK_UP_ORIGINALS);
        assertThat(MessageTable.find(ended.originals(false).build()))
                .extracting(MessageTable.Row::audience)
                .containsExactly(Audience.PERSON);
    }

    @Test
    void who_changes_to_the_post_after_the_decision_calls_the_postman_once() {
        StageChanged corrected = change(Action.CORRECT, Stage.DECIDED, Stage.DECIDED)
                .returnMode(ReturnMode.POST)
                .build();
        StageChanged earlier = change(Action.CORRECT, Stage.IN_PROCESS, Stage.IN_PROCESS)
                .returnMode(ReturnMode.POST)
                .build();

        assertThat(MessageTable.find(corrected, ReturnMode.COUNTER))
                .extracting(MessageTable.Row::template)
                .containsExactly(Template.CORRECTED, Template.PICK_UP);
        assertThat(MessageTable.find(corrected, ReturnMode.POST))
                .extracting(MessageTable.Row::template)
                .containsExactly(Template.CORRECTED);
        assertThat(MessageTable.find(earlier, ReturnMode.COUNTER))
                .extracting(MessageTable.Row::template)
                .containsExactly(Template.CORRECTED);
    }

    @Test
    void a_supplement_before_receipt_says_that_the_clock_has_not_started() {
        SampleChanges asked = change(Action.ASK_SUPPLEMENT, Stage.SUBMITTED, Stage.AWAITING_SUPPLEMENT)
                .received(false);

        assertThat(MessageTable.find(asked.build()))
                .extracting(MessageTable.Row::template)
                .containsExactly(Template.SUPPLEMENT_EARLY);
    }

    @ParameterizedTest
    @CsvSource({
        "decided, result-ready",
        "extended, extended",
        "paid, paid-resumed",
        "payment-asked, payment",
        "received, received",
        "refused, refused",
        "returned, returned",
        "stopped, stopped-collect",
        "submitted, submitted",
        "supplement-asked, supplement",
        "supplied, supplied",
        "transferred, transferred",
        "withdrawal-requested, withdrawal"
    })
    void every_committed_example_says_this(String example, String template) {
        StageChanged change = vn.motcua.platform.json.EventJson.read(
                Contracts.example("dossier.stage-changed", example).data(), StageChanged.class);

        assertThat(MessageTable.find(change))
                .extracting(row -> row.template().key())
                .containsExactly(template);
    }
}
