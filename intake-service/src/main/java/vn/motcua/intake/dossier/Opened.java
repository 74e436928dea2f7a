package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;

/** Who opened the dossier and when, its PIN, and the last write, from which the life of a draft counts. */
@Embeddable
public class Opened {
    @Column(name = "opened_by", nullable = false, updatable = false)
    private String by;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    @Column(name = "pin_hash", nullable = false)
    private String pinHash;

    @Column(name = "assisted", nullable = false, updatable = false)
    private boolean assisted;

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
