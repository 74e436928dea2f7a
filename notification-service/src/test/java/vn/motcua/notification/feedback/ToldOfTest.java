package vn.motcua.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.feedback.FeedbackAction.AMEND;
import static vn.motcua.notification.feedback.FeedbackAction.ASSIGN;
import static vn.motcua.notification.feedback.FeedbackAction.ATTACH;
import static vn.motcua.notification.feedback.FeedbackAction.DROP;
import static vn.motcua.notification.feedback.FeedbackAction.PROPOSE;
import static vn.motcua.notification.feedback.FeedbackAction.PUBLISH;
import static vn.motcua.notification.feedback.FeedbackAction.RATE;
import static vn.motcua.notification.feedback.FeedbackAction.REDACT;
import static vn.motcua.notification.feedback.FeedbackAction.REPLY;
import static vn.motcua.notification.feedback.FeedbackAction.RETURN_REDACTION;
import static vn.motcua.notification.feedback.FeedbackAction.SCREEN;
import static vn.motcua.notification.feedback.FeedbackAction.SEND_BACK;
import static vn.motcua.notification.feedback.FeedbackAction.TAKE_DOWN;
import static vn.motcua.notification.feedback.FeedbackAction.WITHHOLD;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.notification.delivery.Address;
import vn.motcua.notification.message.FeedbackFact;

import java.util.EnumSet;
import java.util.Set;

class ToldOfTest {
    /** Acts among officers, acts of the person, and what happens to the published text. */
    private static final Set<FeedbackAction> SILENT = EnumSet.of(
            AMEND,
            ATTACH,
            DROP,
            SCREEN,
            ASSIGN,
            REPLY,
            PROPOSE,
            SEND_BACK,
            REDACT,
            RETURN_REDACTION,
            PUBLISH,
            TAKE_DOWN,
            WITHHOLD,
            RATE);

    @Test
    void every_act_of_the_table_is_told_as_one_fact_or_is_silent_by_name() {
        Set<FeedbackAction> silent = EnumSet.noneOf(FeedbackAction.class);
        for (FeedbackTable.Row row : FeedbackTable.rows()) {
            boolean told = ToldOf.find(row.action().name(), row.to()).isPresent();
            assertThat(told).as("%s from %s", row.action(), row.from()).isNotEqualTo(SILENT.contains(row.action()));
            if (!told) {
                silent.add(row.action());
            }
        }
        assertThat(silent).isEqualTo(SILENT);
    }

    @Test
    void every_row_can_speak_and_every_fact_is_used() {
        Set<FeedbackFact> used = EnumSet.noneOf(FeedbackFact.class);
        for (ToldOf.Row row : ToldOf.rows()) {
            boolean happens = row.act().equals(Acts.BEGUN)
                    || FeedbackTable.rows().stream()
                            .anyMatch(of -> of.action().name().equals(row.act()) && of.to() == row.to());
            assertThat(happens).as("%s", row).isTrue();
            used.add(row.fact());
        }
        assertThat(used).isEqualTo(EnumSet.allOf(FeedbackFact.class));
    }

    @Test
    void no_act_leads_to_a_fact_elsewhere_than_its_row_says() {
        for (FeedbackAction action : FeedbackAction.values()) {
            for (FeedbackState to : FeedbackState.values()) {
                long rows = ToldOf.rows().stream()
                        .filter(row -> row.act().equals(action.name()) && row.to() == to)
                        .count();
                assertThat(ToldOf.find(action.name(), to).isPresent()).isEqualTo(rows == 1);
            }
        }
        assertThat(ToldOf.find(Acts.BEGUN, FeedbackState.NOTED))
                .as("a call that nobody has confirmed")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0912345678, SMS",
        "0912 345 678, SMS",
        "+84 912.345.678, SMS",
        "84912345678, SMS",
        "(091) 234-5678, SMS",
        "vui@example.vn, EMAIL",
        "lo.thi.vui+gopy@mail.example.vn, EMAIL",
        "02123831234, PAGE",
        "+1 202 555 0100, PAGE",
        "091234567, PAGE",
        "vui@example, PAGE",
        "'Vui <vui@example.vn>', PAGE",
        "'a@example.vn,b@example.vn', PAGE",
        "nhà ông Lò Văn Ơn, PAGE"
    })
    void a_contact_serves_the_way_that_can_reach_it_and_no_other(String contact, ToldBy by) {
        assertThat(ToldBy.SMS.fits(contact)).isEqualTo(by == ToldBy.SMS);
        assertThat(ToldBy.EMAIL.fits(contact)).isEqualTo(by == ToldBy.EMAIL);
        assertThat(ToldBy.PAGE.fits(contact)).isTrue();
    }

    @Test
    void what_a_line_break_could_smuggle_into_a_letter_is_no_address() {
        assertThat(ToldBy.address("vui@example.vn\r\nBcc: a@example.vn")).isEqualTo(Address.NONE);
        assertThat(ToldBy.address(null)).isEqualTo(Address.NONE);
        assertThat(ToldBy.address(" 0912345678 ").phone()).isEqualTo("0912345678");
    }
}
