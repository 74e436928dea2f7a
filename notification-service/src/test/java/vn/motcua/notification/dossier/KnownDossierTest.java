package vn.motcua.notification.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.dossier.SampleChanges.change;

import org.junit.jupiter.api.Test;
import vn.motcua.notification.dossier.StageChanged.Outcome;

import java.util.UUID;

class KnownDossierTest {
    private static final Actor SIGNER = new Actor("case", "Quàng Văn Thành", "Phó Chủ tịch");

    @Test
    void an_older_sequence_never_rolls_the_projection_back() {
        KnownDossier newer = KnownDossier.after(
                null,
                change(Action.TRANSFER, Stage.RECEIVED, Stage.IN_PROCESS)
                        .sequence(2)
                        .build());

        KnownDossier after = KnownDossier.after(
                newer,
                change(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED)
                        .sequence(1)
                        .build());

        assertThat(after).isSameAs(newer);
    }

    @Test
    void it_remembers_who_received_and_who_handled_last() {
        KnownDossier received = KnownDossier.after(
                null, change(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED).build());
        KnownDossier decided = KnownDossier.after(
                received, SampleChanges.decided(UUID.randomUUID()).by(SIGNER).build());

        assertThat(decided.receivedBy()).isEqualTo("Lò Thị Hoa – Công chức một cửa");
        assertThat(decided.handledBy()).isEqualTo("Quàng Văn Thành – Phó Chủ tịch");
    }

    @Test
    void an_act_without_a_named_officer_leaves_the_last_one() {
        KnownDossier received = KnownDossier.after(
                null, change(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED).build());
        KnownDossier transferred = KnownDossier.after(
                received,
                change(Action.TRANSFER, Stage.RECEIVED, Stage.IN_PROCESS)
                        .sequence(2)
                        .by(new Actor("clock", null, null))
                        .build());

        assertThat(transferred.handledBy()).isEqualTo("Lò Thị Hoa – Công chức một cửa");
    }

    @Test
    void a_refused_answer_names_nobody_as_handling() {
        KnownDossier received = KnownDossier.after(
                null, change(Action.RECEIVE, Stage.PREPARING, Stage.RECEIVED).build());
        KnownDossier after = KnownDossier.after(
                received,
                change(Action.DECIDE, Stage.RECEIVED, Stage.RECEIVED)
                        .sequence(2)
                        .by(SIGNER)
                        .answers(UUID.randomUUID(), Outcome.REFUSED)
                        .build());

        assertThat(after.sequence()).isEqualTo(2);
        assertThat(after.handledBy()).isEqualTo(received.handledBy());
    }
}
