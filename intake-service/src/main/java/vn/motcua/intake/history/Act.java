package vn.motcua.intake.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One row of a dossier's history: applied, refused or merely recorded. Never changed, chained by hash to the one before. */
@Entity
@Table(name = "act")
public class Act {
    /** What became of it. */
    public enum Outcome {
        APPLIED,
        REFUSED,
        RECORDED
    }

    @Id
    private UUID id;

    @Column(name = "dossier_id", nullable = false, updatable = false)
    private UUID dossierId;

    @Column(name = "revision", updatable = false)
    private long revision;

    @Column(name = "sequence", updatable = false)
    private Integer sequence;

    @Column(name = "action", nullable = false, updatable = false)
    private String action;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome", nullable = false, updatable = false)
    private Outcome outcome;

    @Column(name = "from_stage", updatable = false)
    private String fromStage;

    @Column(name = "to_stage", nullable = false, updatable = false)
    private String toStage;

    @Column(name = "actor", nullable = false, updatable = false)
    private String actor;

    @Column(name = "actor_subject", updatable = false)
    private String actorSubject;

    @Column(name = "actor_name", updatable = false)
    private String actorName;

    @Column(name = "actor_title", updatable = false)
    private String actorTitle;

    @Column(name = "reason_code", updatable = false)
    private String reasonCode;

    @Column(name = "reason", updatable = false)
    private String reason;

    @Column(name = "effective_at", nullable = false, updatable = false)
    private Instant effectiveAt;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "caused_by", updatable = false)
    private UUID causedBy;

    @Column(name = "details", nullable = false, updatable = false)
    private String details;

    @Column(name = "prev_hash", updatable = false)
    private byte[] prevHash;

    @Column(name = "hash", nullable = false, updatable = false)
    private byte[] hash;

    protected Act() {}

    Act(UUID dossierId, long revision, Entry entry, String details, Instant recordedAt, byte[] prevHash) {
        this.id = entry.id();
        this.dossierId = dossierId;
        this.revision = revision;
        this.sequence = entry.sequence();
        this.action = entry.action();
        this.outcome = entry.outcome();
        this.fromStage = entry.fromStage();
        this.toStage = entry.toStage();
        this.actor = entry.actor();
        this.actorSubject = entry.signature().subject();
        this.actorName = entry.signature().name();
        this.actorTitle = entry.signature().title();
        this.reasonCode = entry.reasonCode();
        this.reason = entry.reason();
        // as the database keeps it, so that the hash can be made again
        this.effectiveAt = entry.effectiveAt().truncatedTo(ChronoUnit.MICROS);
        this.recordedAt = recordedAt;
        this.causedBy = entry.causedBy();
        this.details = details;
        this.prevHash = prevHash;
        this.hash = HashChain.next(prevHash, this);
    }

    public UUID id() {
        return id;
    }

    UUID dossierId() {
        return dossierId;
    }

    public long revision() {
        return revision;
    }

    /** Null for what is not published. */
    public Integer sequence() {
        return sequence;
    }

    public String action() {
        return action;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String fromStage() {
        return fromStage;
    }

    public String toStage() {
        return toStage;
    }

    public String actor() {
        return actor;
    }

    String actorSubject() {
        return actorSubject;
    }

    public String actorName() {
        return actorName;
    }

    public String actorTitle() {
        return actorTitle;
    }

    public String reasonCode() {
        return reasonCode;
    }

    public String reason() {
        return reason;
    }

    public Instant effectiveAt() {
        return effectiveAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public UUID causedBy() {
        return causedBy;
    }

    String details() {
        return details;
    }

    byte[] prevHash() {
        return prevHash;
    }

    byte[] hash() {
        return hash;
    }
}
