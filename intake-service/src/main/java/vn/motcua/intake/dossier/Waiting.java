package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;

/**
 * What the dossier waits for from the person: a supplement, asked once unless the law gives a ground for more, a payment that the case asked
 * for, or the answer to a draft of the result. The last is the case's to wait for: it stops no clock and is only shown.
 */
@Embeddable
public class Waiting {
    @Column(name = "supplement_asked_at")
    private Instant supplementAskedAt;

    @Column(name = "supplements")
    private int supplements;

    @Column(name = "supplement_ground")
    private String supplementGround;

    @Column(name = "supplement_open")
    private boolean supplementOpen;

    @Column(name = "lapse_at")
    private Instant lapseAt;

    @Column(name = "payment_asked")
    private boolean paymentAsked;

    @Column(name = "draft_until")
    private Instant draftUntil;

    @Column(name = "draft_stopped")
    private boolean draftStopped;

    /**
     * @param lapsesAt when the dossier lapses without it, null where the version sets no lapse
     * @param ground code of the legal ground of a further request; the first needs none
     */
    public void askSupplement(Instant at, Instant lapsesAt, String ground) {
        supplementAskedAt = at;
        supplementGround = supplements == 0 ? null : ground;
        supplements++;
        supplementOpen = true;
        lapseAt = lapsesAt;
    }

    void supplied() {
        supplementOpen = false;
        lapseAt = null;
    }

    public void askPayment() {
        paymentAsked = true;
    }

    public void paid() {
        paymentAsked = false;
    }

    /** @param until the last minute in which the person may answer the draft; null once it is answered */
    public void draftLies(Instant until) {
        draftUntil = until;
        draftStopped = false;
    }

    /** @param still whether the time to answer the draft stands still, because a withdrawal is asked */
    public void draftStands(boolean still) {
        draftStopped = still && draftUntil != null;
    }

    void over() {
        supplied();
        paid();
        draftLies(null);
    }

    boolean any() {
        return supplementOpen || paymentAsked;
    }

    /** How many requests there were; more than one is marked and counts as late (Decision 766/QĐ-TTg, figure 2.1). */
    public int supplements() {
        return supplements;
    }

    /** Code of the legal ground of the newest request, null for the first. */
    public String supplementGround() {
        return supplementGround;
    }

    /** When the newest supplement was asked, or null. */
    public Instant supplementAskedAt() {
        return supplementAskedAt;
    }

    public boolean supplementOpen() {
        return supplementOpen;
    }

    public Instant lapseAt() {
        return lapseAt;
    }

    public boolean paymentAsked() {
        return paymentAsked;
    }

    /** The last minute in which the person may answer a draft of the result; null where none lies before them. */
    public Instant draftUntil() {
        return draftUntil;
    }

    /**
     * Whether nobody can answer the draft now, and no silence counts: from the request to withdraw on, also before the case says that it
     * froze, until it says that it goes on.
     */
    public boolean draftStopped(Stage stage) {
        return draftUntil != null && (draftStopped || stage == Stage.WITHDRAWAL_REQUESTED);
    }
}
