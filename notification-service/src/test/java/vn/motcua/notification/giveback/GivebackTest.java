package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.notification.giveback.Giveback.HandedOver;
import vn.motcua.notification.giveback.Giveback.Result;

import java.time.Instant;
import java.util.UUID;

class GivebackTest {
    private static final Instant T0 = Instant.parse("2026-11-24T02:15:00Z");
    private static final Instant T1 = Instant.parse("2026-11-24T03:40:12Z");
    private static final String UNIT = "14-03712-20250701";
    private static final UUID OFFER = UUID.randomUUID();
    private static final HandedOver BY_HOA =
            new HandedOver(HandOver.Collector.OWNER, HandOver.How.SLIP, "Lò Thị Hoa", "Công chức một cửa", T1);

    private static Giveback announced() {
        return Giveback.open(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Holds.RESULT,
                        UNIT,
                        new Result(UUID.randomUUID(), "h"),
                        T0)
                .announced(T0);
    }

    @Test
    void a_hand_over_is_pending_until_the_dossier_answers() {
        Giveback pending = announced().handOver(OFFER, BY_HOA);

        assertThat(pending.state()).isEqualTo(ReturnState.HANDED_OVER);
        assertThat(pending.pending()).isTrue();
        assertThat(pending.times().closed()).isNull();
        assertThat(pending.offered(OFFER)).isTrue();
        assertThat(pending.offered(UUID.randomUUID())).isFalse();
        assertThat(pending.offered(null)).isFalse();
    }

    @Test
    void an_applied_hand_over_closes_the_return() {
        Giveback closed = announced().handOver(OFFER, BY_HOA).applied(T1);

        assertThat(closed.state()).isEqualTo(ReturnState.HANDED_OVER);
        assertThat(closed.pending()).isFalse();
        assertThat(closed.times().closed()).isEqualTo(T1);
        assertThat(closed.handedOver()).isEqualTo(BY_HOA);
    }

    @Test
    void a_refused_hand_over_is_taken_back_with_its_reason() {
        Giveback back = announced().handOver(OFFER, BY_HOA).takenBack("FEES_SETTLED");

        assertThat(back.state()).isEqualTo(ReturnState.ANNOUNCED);
        assertThat(back.pending()).isFalse();
        assertThat(back.handedOver()).isNull();
        assertThat(back.refusedReason()).isEqualTo("FEES_SETTLED");
    }

    @Test
    void a_new_try_forgets_the_old_refusal() {
        Giveback again = announced().handOver(OFFER, BY_HOA).takenBack("STALE").handOver(UUID.randomUUID(), BY_HOA);

        assertThat(again.refusedReason()).isNull();
    }

    @Test
    void a_reissued_result_replaces_the_old_one_even_after_the_return() {
        Result newer = new Result(UUID.randomUUID(), "h2");
        Giveback closed = announced().handOver(OFFER, BY_HOA).applied(T1);

        assertThat(closed.with(UNIT, newer).result()).isEqualTo(newer);
        assertThat(closed.with("14-03703-20250701", newer).unit()).isEqualTo(UNIT);
    }

    @Test
    void the_place_of_return_may_change_while_it_is_open() {
        assertThat(announced().with("14-03703-20250701", new Result(null, null)).unit())
                .isEqualTo("14-03703-20250701");
    }

    @Test
    void nothing_new_is_no_change() {
        Giveback open = announced();

        assertThat(open.with(UNIT, open.result())).isSameAs(open);
        assertThat(open.with(UNIT, new Result(null, null))).isSameAs(open);
    }

    @Test
    void every_act_gives_the_next_revision() {
        Giveback opened = Giveback.open(UUID.randomUUID(), UUID.randomUUID(), Holds.ORIGINALS, UNIT, null, T0);

        assertThat(opened.revision()).isEqualTo(1);
        assertThat(opened.announced(T0).revision()).isEqualTo(2);
        assertThat(opened.announced(T0).handOver(OFFER, BY_HOA).revision()).isEqualTo(3);
        assertThat(opened.announced(T0).handOver(OFFER, BY_HOA).applied(T1).revision())
                .isEqualTo(4);
    }
}
