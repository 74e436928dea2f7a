package vn.motcua.processing.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import vn.motcua.processing.casework.CaseTable.Flags;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.routing.Routing.Routed;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The examination of one dossier in a department. What may happen to it stands in {@link CaseTable}; the methods here only
 * carry it out. Callers hold the row lock, see {@link Cases}.
 */
@Entity(name = "CaseFile")
@Table(name = "cases")
class Case {
    /** Stands for "no due date" in the order of the queue. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Id
    private UUID id;

    private UUID dossierId;
    private String unit;
    private String department;

    @Enumerated(EnumType.STRING)
    private State state;

    private long revision;
    private Instant openedAt;
    private Instant lastActAt;
    private Instant due;

    @Embedded
    private Ordering ordering;

    @Column(insertable = false, updatable = false)
    private Instant urgentAt;

    @Column(insertable = false, updatable = false)
    private Short rank;

    private long fence;

    @Embedded
    private Lease lease;

    @Embedded
    private Pending pending;

    @Embedded
    private Refusal refusal;

    @Embedded
    private Proposal proposal;

    @Embedded
    private Extension extension;

    private UUID withdrawalEvent;
    private boolean frozen;
    private UUID draftResult;
    private UUID result;
    private String decidedBy;
    private Instant decidedAt;

    @Embedded
    private CaseBeside beside;

    protected Case() {}

    static Case opened(Dossier dossier, Routed routed, int checklistOpen, Instant at) {
        Case opened = new Case();
        opened.id = UUID.randomUUID();
        opened.dossierId = dossier.id();
        opened.unit = dossier.competentUnit();
        opened.department = routed.department();
        opened.state = State.OPEN;
        opened.openedAt = at;
        opened.lastActAt = at;
        opened.due = dossier.due();
        opened.ordering = Ordering.of(dossier, at);
        opened.beside = CaseBeside.opened(dossier.competentUnit(), routed, checklistOpen, at);
        return opened;
    }

    /** The acting instant of the next act: the clock, never before the previous act nor the dossier act it rests on. */
    Instant actingInstant(Instant now, Dossier dossier) {
        Instant at = now.isBefore(lastActAt) ? lastActAt : now;
        return at.isBefore(dossier.effectiveAt()) ? dossier.effectiveAt() : at;
    }

    void acted(Instant at) {
        lastActAt = at;
    }

    void changed() {
        revision++;
    }

    void move(State to) {
        state = to;
    }

    /** A new holder, a new fencing number: whoever still works with an older one is refused. */
    void hold(String subject, String name, Instant since, Instant until) {
        fence++;
        lease = new Lease(subject, name, since, until);
    }

    void renew(Instant until) {
        lease = lease.renewed(until);
    }

    void letGo() {
        lease = null;
    }

    boolean heldBy(Officer officer, Instant now) {
        return lease != null && lease.holder().equals(officer.subject()) && !lease.over(now);
    }

    boolean leaseOver(Instant now) {
        return state == State.CLAIMED && lease != null && lease.over(now);
    }

    void lieIn(String otherUnit, String otherDepartment) {
        beside.leaves(this, otherUnit);
        unit = otherUnit;
        department = otherDepartment;
        lease = null;
    }

    void askExtension(Extension asked) {
        extension = asked;
    }

    void propose(Proposal proposed, UUID resultFile) {
        proposal = proposed;
        draftResult = resultFile;
        beside.sentBack(null, null);
        lease = null;
    }

    void attach(UUID resultFile) {
        draftResult = resultFile;
    }

    void decide(Officer by, Instant at) {
        result = draftResult;
        draftResult = null;
        decidedBy = by.subject();
        decidedAt = at;
    }

    /** @return the result that the new one replaces */
    UUID reissue() {
        UUID replaced = result;
        result = draftResult;
        draftResult = null;
        return replaced;
    }

    /** The act waits for the answer of the dossier to our event. */
    void await(UUID event, Act act, State from, Instant since) {
        pending = new Pending(event, act, from, since);
        refusal = null;
    }

    boolean awaits(UUID event) {
        return pending != null && pending.event().equals(event);
    }

    /** The dossier took the act. */
    Act settle() {
        Act act = pending.act();
        if (act == Act.EXTEND) {
            extension = null;
        }
        if (state != State.CLAIMED) {
            lease = null;
        }
        pending = null;
        return act;
    }

    /** The dossier refused the act: the case stands where it stood before, and says why. */
    Act takeBack(String reasonCode, Instant at, UUID formerResult) {
        Act act = pending.act();
        if (act == Act.DECIDE || act == Act.REISSUE) {
            draftResult = result;
            result = formerResult;
        }
        if (act == Act.DECIDE) {
            decidedBy = null;
            decidedAt = null;
        }
        state = pending.from();
        refusal = new Refusal(act, reasonCode, at);
        pending = null;
        return act;
    }

    /** Whether the queue has the case where the dossier's dates put it. */
    boolean ordered(Dossier dossier) {
        return Objects.equals(due, dossier.due())
                && Ordering.of(dossier, openedAt).equals(ordering);
    }

    void follow(State to, Dossier dossier) {
        due = dossier.due();
        ordering = Ordering.of(dossier, openedAt);
        if (state != to) {
            state = to;
            lease = null;
        }
        if (to == State.CLOSED) {
            pending = null;
            frozen = false;
            withdrawalEvent = null;
        }
    }

    void withdrawalAsked(UUID event) {
        withdrawalEvent = event;
    }

    void freeze() {
        frozen = true;
    }

    /** @return whether the case was frozen */
    boolean withdrawalOver() {
        boolean was = frozen;
        withdrawalEvent = null;
        frozen = false;
        return was;
    }

    Flags flags() {
        return new Flags(pending != null, frozen);
    }

    UUID id() {
        return id;
    }

    UUID dossierId() {
        return dossierId;
    }

    /** Where the case lies: the competent unit, or another one that handles it. */
    String unit() {
        return unit;
    }

    boolean elsewhere() {
        return !unit.equals(beside.competentUnit());
    }

    String department() {
        return department;
    }

    State state() {
        return state;
    }

    long revision() {
        return revision;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant due() {
        return due;
    }

    /** By which lists are ordered, see {@link Ordering}: {@link #NEVER} where there is no due date. */
    Instant urgentAt() {
        return due == null ? NEVER : due.minusSeconds(ordering == null ? 0 : ordering.advance());
    }

    long fence() {
        return fence;
    }

    Lease lease() {
        return lease;
    }

    Pending pending() {
        return pending;
    }

    Refusal refusal() {
        return refusal;
    }

    Proposal proposal() {
        return proposal;
    }

    Extension extension() {
        return extension;
    }

    UUID withdrawalEvent() {
        return withdrawalEvent;
    }

    boolean frozen() {
        return frozen;
    }

    /** Uploaded for the next proposal or reissue. */
    UUID draftResult() {
        return draftResult;
    }

    /** Of the decision. */
    UUID result() {
        return result;
    }

    CaseBeside beside() {
        return beside;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /** Whether the case lies in its department's queue; a decision still unanswered does, it may come back. */
    boolean queued() {
        return state != State.CLOSED && (state != State.DECIDED || pending != null && pending.act() == Act.DECIDE);
    }
}
