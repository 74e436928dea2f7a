package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;

/** What the dossier waits for from the person: a supplement, asked once, or a payment that the case asked for. */
@Embeddable
public class Waiting {
    @Column(name = "supplement_asked_at")
    private Instant supplementAskedAt;

    @Column(name = "supplement_open")
    private boolean supplementOpen;

    @Column(name = "lapse_at")
    private Instant lapseAt;

    @Column(name = "payment_asked")
    private boolean paymentAsked;

    /** @param lapsesAt when the dossier lapses without it, null where the version sets no lapse */
    public void askSupplement(Instant at, Instant lapsesAt) {
        supplementAskedAt = at;
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

    void over() {
        supplied();
        paid();
    }

    boolean any() {
        return supplementOpen || paymentAsked;
    }

    /** When the only supplement was asked, or null. */
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
}
