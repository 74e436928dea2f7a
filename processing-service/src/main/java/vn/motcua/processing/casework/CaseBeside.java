package vn.motcua.processing.casework;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.motcua.processing.draft.DraftState;
import vn.motcua.processing.escalation.Escalations.Watch;
import vn.motcua.processing.escalation.Watched;
import vn.motcua.processing.escalation.Watched.Stand;
import vn.motcua.processing.routing.Routing.Routed;

import java.time.Instant;
import java.util.List;

/**
 * What stands in a case's row beside its state, so that lists, buttons and the watch ask nothing more: how it was routed, what is not examined,
 * which opinions are awaited, whether a hand-over is, and when it is looked at next. Instants are UTC.
 */
@Embeddable
class CaseBeside {
    private String competentUnit;
    private String homeDepartment;
    private Integer routeVersion;
    private String routeRule;
    private Instant receivedAt;
    private int checklistOpen;
    private Instant opinionsUntil;
    private String sentBackReason;
    private Instant sentBackAt;
    private Instant stateSince;
    private Instant nextCheckAt;
    private boolean escalated;

    @Enumerated(EnumType.STRING)
    private DraftState draftState;

    private Instant draftUntil;

    @Embedded
    private Handed handed;

    protected CaseBeside() {}

    static CaseBeside opened(String competentUnit, Routed routed, int checklistOpen, Instant at) {
        CaseBeside beside = new CaseBeside();
        beside.competentUnit = competentUnit;
        beside.routeVersion = routed.version();
        beside.routeRule = routed.rule();
        beside.checklistOpen = checklistOpen;
        beside.receivedAt = at;
        return beside;
    }

    /** The case goes to this unit: leaving the competent one it remembers from where, coming back it forgets. */
    void leaves(Case one, String to) {
        if (to.equals(competentUnit)) {
            homeDepartment = null;
        } else if (homeDepartment == null) {
            homeDepartment = one.department();
        }
    }

    void handedOn(Case from, String byName, Instant at) {
        handed = new Handed(from.unit(), from.department(), byName, at);
    }

    void accepted(Instant at) {
        handed = null;
        receivedAt = at;
    }

    void declined() {
        handed = null;
    }

    void examined(int stillOpen) {
        checklistOpen = stillOpen;
    }

    void awaitsOpinions(Instant until) {
        opinionsUntil = until;
    }

    /** The newest proposal was sent back; both null: another came. */
    void sentBack(String reasonCode, Instant at) {
        sentBackReason = reasonCode;
        sentBackAt = at;
    }

    /** It stands otherwise, or elsewhere, than before. */
    void standsSince(Instant at) {
        stateSince = at;
    }

    /** Its procedure asks for a draft that the person sees. */
    void needsDraft() {
        draftState = DraftState.NEEDED;
    }

    /** @param until the last minute in which the person may answer */
    void draftOffered(Instant until) {
        draftState = DraftState.OFFERED;
        draftUntil = until;
    }

    void draftAnswered(DraftState answer) {
        draftState = answer;
        draftUntil = null;
    }

    /** Other words were composed: what the person agreed to was something else. */
    void reworded() {
        if (draftState == DraftState.CONFIRMED) {
            draftState = DraftState.NEEDED;
        }
    }

    void watch(Watch watch) {
        nextCheckAt = watch.next();
        escalated = watch.escalated();
    }

    /** The dossier's; it never changes, wherever the case lies. */
    String competentUnit() {
        return competentUnit;
    }

    /** The department of the competent unit from which the case went to another unit; null while it lies at home. */
    String homeDepartment() {
        return homeDepartment;
    }

    /** Whether another unit gave it back and the competent one has not answered. */
    boolean comeBack(String unit) {
        return handed != null
                && unit.equals(competentUnit)
                && !handed.fromUnit(unit).equals(unit);
    }

    /** By which version of the unit's rules the case was routed; null: by the catalogue. */
    Integer routeVersion() {
        return routeVersion;
    }

    String routeRule() {
        return routeRule;
    }

    /** When the department where it lies received it; a case of before was received when it was opened. */
    Instant receivedAt(Case one) {
        return receivedAt == null ? one.openedAt() : receivedAt;
    }

    /** How many items of the checklist are without a finding. */
    int checklistOpen() {
        return checklistOpen;
    }

    /** The latest date among the opinions still open; null where none is. */
    Instant opinionsUntil() {
        return opinionsUntil;
    }

    String sentBackReason() {
        return sentBackReason;
    }

    /** When the watch looks at it next; null where nothing can become of it. */
    Instant nextCheckAt() {
        return nextCheckAt;
    }

    /** Whether something raised of it is not over. */
    boolean escalated() {
        return escalated;
    }

    /** Where it stands with the draft that the person has to see; null where none is asked for. */
    DraftState draftState() {
        return draftState;
    }

    /** The last minute in which the person may answer; null unless a draft waits for them. */
    Instant draftUntil() {
        return draftUntil;
    }

    /** Null unless the case was handed on and the receiving department has not answered. */
    Handed handed() {
        return handed;
    }

    /**
     * The case as the watch sees it.
     *
     * @param awaited the dates of the opinions that are awaited
     */
    Watched watched(Case one, List<Instant> awaited) {
        Stand stand = stand(one);
        Instant stood = stateSince == null ? receivedAt(one) : stateSince;
        Instant since = stand == Stand.REWORK ? sentBackAt : stood;
        return new Watched(one.id(), place(one), stand, since, one.openedAt(), one.due(), awaited);
    }

    private Watched.Place place(Case one) {
        String answers = homeDepartment == null ? one.department() : homeDepartment;
        return new Watched.Place(one.unit(), one.department(), competentUnit, answers);
    }

    private Stand stand(Case one) {
        if (one.frozen()) {
            return Stand.NOBODY;
        }
        return switch (one.state()) {
            case OPEN -> sentBackAt == null ? Stand.OFFICER : Stand.REWORK;
            case CLAIMED -> sentBackAt == null ? Stand.WORK : Stand.REWORK;
            case PROPOSED -> Stand.SIGNATURE;
            case PAUSED, DECIDED, CLOSED -> Stand.NOBODY;
        };
    }
}
