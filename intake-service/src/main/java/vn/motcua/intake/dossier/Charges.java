package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What is still to be paid, summed up from the payments so that the guards need no other table. */
@Embeddable
public class Charges {
    @Column(name = "fees_known")
    private boolean known;

    @Column(name = "filing_fees_open_vnd")
    private long filingOpenVnd;

    @Column(name = "fees_open_vnd")
    private long openVnd;

    /** @param known false where a fee is not established, which is not free */
    public void set(boolean known, long filingOpenVnd, long openVnd) {
        this.known = known;
        this.filingOpenVnd = filingOpenVnd;
        this.openVnd = openVnd;
    }

    public boolean known() {
        return known;
    }

    /** Open and due at filing, in đồng. */
    public long filingOpenVnd() {
        return filingOpenVnd;
    }

    /** All that is open, in đồng. */
    public long openVnd() {
        return openVnd;
    }
}
