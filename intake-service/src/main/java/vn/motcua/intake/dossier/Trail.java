package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.time.Instant;

/** The end of the dossier's history, so that the next act can follow on without reading it. */
@Embeddable
public class Trail {
    @Column(name = "sequence")
    private int sequence;

    @Column(name = "last_act_at", nullable = false)
    private Instant lastActAt;

    @Column(name = "last_reason_code")
    private String lastReasonCode;

    @Column(name = "last_hash")
    private byte[] lastHash;

    protected Trail() {}

    Trail(Instant openedAt) {
        lastActAt = openedAt;
    }

    /** The next number of a published act; no number is ever left out. */
    public int nextSequence() {
        return ++sequence;
    }

    /** Ends the chain with this row's hash. */
    public void chained(byte[] hash) {
        lastHash = hash;
    }

    /** An act was applied: later acts of intake are not before it. */
    public void acted(Instant at, String reasonCode) {
        answered(at);
        lastReasonCode = reasonCode;
    }

    /** An act was applied or refused: no published act has a later instant than {@link #lastActAt()}. */
    public void answered(Instant at) {
        lastActAt = at.isAfter(lastActAt) ? at : lastActAt;
    }

    public int sequence() {
        return sequence;
    }

    /** Acting instant of the newest act; no later act of intake is before it. */
    public Instant lastActAt() {
        return lastActAt;
    }

    public String lastReasonCode() {
        return lastReasonCode;
    }

    /** SHA-256 of the newest history row; null before the first. */
    public byte[] lastHash() {
        return lastHash;
    }
}
