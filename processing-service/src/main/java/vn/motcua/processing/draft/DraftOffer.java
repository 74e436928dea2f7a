package vn.motcua.processing.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import vn.motcua.processing.officer.Officer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A draft of the result as it was offered to the person, and what became of it. What the person wrote stays inside the service. */
@Entity
public class DraftOffer {
    /** Where one offer stands. */
    public enum State {
        OFFERED,
        CONFIRMED,
        OBJECTED,
        /** The dossier ended before the person answered. */
        OVER
    }

    /** Whoever is told within it has lost nothing of their time. */
    public static final Duration AT_ONCE = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private UUID caseId;
    private UUID resultId;
    private int ruleVersion;
    private String offeredBy;
    private String offeredByName;
    private Instant offeredAt;

    @Column(name = "until")
    private Instant until;

    private Instant stoppedAt;
    private boolean untold;
    private Instant toldAt;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private SaidBy answeredBy;

    private Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private SaidHow how;

    private String officer;
    private String officerName;

    @Enumerated(EnumType.STRING)
    private DraftFault fault;

    private String objection;

    protected DraftOffer() {}

    DraftOffer(UUID caseId, UUID resultId, DraftRule rule, Officer by, Instant at, Instant until) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.resultId = resultId;
        this.ruleVersion = rule.version();
        this.offeredBy = by.subject();
        this.offeredByName = by.name();
        this.offeredAt = at;
        this.until = until;
        this.state = State.OFFERED;
    }

    void answer(DraftAnswer answer, Instant at) {
        state = answer.agrees() ? State.CONFIRMED : State.OBJECTED;
        answeredBy = answer.by();
        answeredAt = at;
        how = answer.how();
        officer = answer.officer();
        officerName = answer.officerName();
        fault = answer.fault();
        objection = answer.text();
    }

    void over() {
        state = State.OVER;
    }

    void stops(Instant at) {
        stoppedAt = stoppedAt == null ? at : stoppedAt;
    }

    void untold() {
        untold = true;
    }

    void told(Instant at) {
        untold = false;
        toldAt = at;
    }

    /** Its time is counted anew, up to this end; what stands still does so from now on. */
    void counted(Instant end, Instant at) {
        until = end;
        stoppedAt = stoppedAt == null ? null : at;
    }

    /** Whether its event left later than an offer leaves; where that is not written down, whether it was seen waiting. */
    boolean late(Instant left) {
        return untold || left != null && left.isAfter(offeredAt.plus(AT_ONCE));
    }

    /** Since when the person can know of it, UTC; null until that is established. */
    public Instant toldAt() {
        return toldAt;
    }

    void runs(Instant end) {
        until = end;
        stoppedAt = null;
    }

    /** Since when its time stands still, because a withdrawal is asked; null while it runs. */
    Instant stoppedAt() {
        return stoppedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    /** The file that was offered. */
    public UUID resultId() {
        return resultId;
    }

    public int ruleVersion() {
        return ruleVersion;
    }

    String offeredByName() {
        return offeredByName;
    }

    public Instant offeredAt() {
        return offeredAt;
    }

    /** The last minute in which an answer is in time; UTC. */
    public Instant until() {
        return until;
    }

    public State state() {
        return state;
    }

    SaidBy answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    SaidHow how() {
        return how;
    }

    String officerName() {
        return officerName;
    }

    public DraftFault fault() {
        return fault;
    }

    String objection() {
        return objection;
    }
}
