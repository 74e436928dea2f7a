package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Duration;
import java.time.Instant;

/** Who opened the dossier and when, its PIN, and the last write, from which the life of a draft counts. */
@Embeddable
public class Opened {
    /** A draft is given up this long after the last write. */
    public static final Duration DRAFT_LIFE = Duration.ofDays(30);

    @Column(name = "opened_by", nullable = false, updatable = false)
    private String by;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    @Column(name = "pin_hash", nullable = false)
    private String pinHash;

    @Column(name = "assisted", nullable = false)
    private boolean assisted;

    @Column(name = "continued_by")
    private String continuedBy;

    protected Opened() {}

    Opened(String by, Instant at, String pinHash, boolean assisted) {
        this.by = by;
        this.assisted = assisted;
        this.at = at;
        this.writtenAt = at;
        this.pinHash = pinHash;
    }

    void written(Instant when) {
        writtenAt = when;
    }

    /** A new PIN ends the old one. */
    public void renewPin(String hash) {
        pinHash = hash;
    }

    /** Subject of the token that opened it. */
    public String by() {
        return by;
    }

    /** Whether an officer typed it for the person, who files online with help. */
    public boolean assisted() {
        return assisted;
    }

    /** Whether this account works on the draft: who opened it, or who went on with it by its PIN. */
    public boolean worksOn(String subject) {
        return by.equals(subject) || subject.equals(continuedBy);
    }

    /** Another officer goes on with the draft; the one before them, if not its opener, does no longer. */
    public void continueBy(String subject) {
        continuedBy = subject;
    }

    /** An officer hands in what somebody began online by themselves. */
    void assist() {
        assisted = true;
    }

    public Instant at() {
        return at;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    public String pinHash() {
        return pinHash;
    }
}
