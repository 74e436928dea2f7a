package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.deadline.Limit;

import java.time.Instant;
import java.util.UUID;

/**
 * The dossier: one aggregate, one owner, one table. It is changed by acts of the table of the five steps, by writes to its papers, and
 * by what cases and returns report; every write moves the revision, every published act the sequence.
 */
@Entity
@Table(name = "dossier")
public class Dossier {
    @Id
    private UUID id;

    @Column(name = "reference", nullable = false, updatable = false)
    private String reference;

    @Column(name = "code")
    private String code;

    @Column(name = "revision")
    private long revision;

    @Embedded
    private Units units;

    @Embedded
    private Matter matter;

    @Embedded
    private Standing standing;

    @Embedded
    private Opened opened;

    @Embedded
    private LegalClock clock = new LegalClock();

    @Column(name = "transfer_at")
    private Instant transferAt;

    @Column(name = "transferred_at")
    private Instant transferredAt;

    @Embedded
    private Waiting waiting = new Waiting();

    @Column(name = "papers_open")
    private int papersOpen;

    @Embedded
    private Charges charges = new Charges();

    @Column(name = "originals_held")
    private boolean originalsHeld;

    @Column(name = "withdrawal_event")
    private UUID withdrawalEvent;

    @Column(name = "withdrawal_answer")
    private String withdrawalAnswer;

    @Embedded
    private Decision decision;

    @Column(name = "department")
    private String department;

    @Column(name = "case_state")
    private String caseState;

    @Column(name = "return_state")
    private String returnState;

    @Embedded
    private Trail trail;

    protected Dossier() {}

    /** A dossier not yet opened; {@link Step} with OPEN is its first act. */
    public Dossier(Opening opening, Instant at) {
        id = opening.id();
        reference = opening.reference();
        units = opening.units();
        matter = opening.matter();
        clock.limit(opening.limit());
        opened = new Opened(opening.openedBy(), at, opening.pinHash(), opening.assisted());
        standing = new Standing(at);
        trail = new Trail(at);
    }

    // what acts do to it, called between the taking and the completing of a step

    /** Any write moves the revision and keeps a draft alive. */
    public void written(Instant at) {
        revision++;
        opened.written(at);
    }

    /** A report of a case or a return moves the revision, but is no write of the person's. */
    public void touched() {
        revision++;
    }

    /** @param assisted whether an officer hands it in for a person who files online */
    public void submitted(Instant acknowledgeBy, Instant handOverAt, boolean assisted) {
        if (assisted) {
            opened.assist();
        }
        clock.acknowledgeBy(acknowledgeBy);
        clock.handedOver(handOverAt);
    }

    public void agreed(Limit limit, String reason) {
        clock.agree(limit, reason);
    }

    public void received(String dossierCode, Instant transferBy) {
        code = dossierCode;
        transferAt = transferBy;
    }

    public void keepsOriginals(boolean held) {
        originalsHeld = held;
    }

    public void transferredAt(Instant at) {
        transferredAt = at;
    }

    /** All that was asked came in; before receipt legal time will count from here. */
    public void supplied(Instant at) {
        waiting.supplied();
        if (clock.receivedAt() == null) {
            clock.completed(at);
        }
    }

    /** Ended without a result: nothing is waited for any more. */
    public void over() {
        waiting.over();
        withdrawal().close();
    }

    public void decided(String kind, UUID resultId, String resultHash) {
        decision = new Decision(kind, resultId, resultHash);
        over();
    }

    public void reissued(UUID resultId, String resultHash) {
        decision = new Decision(decision.kind(), resultId, resultHash);
    }

    public void corrected(String returningUnit, String returnMode, String language) {
        if (returningUnit != null) {
            units.returnAt(returningUnit);
        }
        matter.correct(returnMode, language);
    }

    /** Another version of its procedure is in force: its limit counts, and its case where it has one of that name. */
    public void carriedOver(Procedure next) {
        matter.carriedOver(next);
        clock.limit(next.limitFor(channel()).orElse(null));
    }

    public void papersOpen(int open) {
        papersOpen = open;
    }

    void moveTo(Stage next, Instant at) {
        standing.moveTo(next, at);
    }

    // what the table asks

    Stage derivedStage() {
        return standing.derived(waiting, transferred());
    }

    boolean decided() {
        return decision != null && decision.kind() != null;
    }

    public Instant idleAt() {
        return opened.writtenAt().plus(Opened.DRAFT_LIFE);
    }

    /** Whether nothing of it was published yet, so that only its opener sees it. */
    public boolean draft() {
        return trail.sequence() == 0;
    }

    /** Whether a paper may be brought or changed: all while prepared or filed, afterwards only what the open supplement asked for. */
    public boolean takesPaper(boolean asked) {
        return stage() == Stage.PREPARING
                || stage() == Stage.SUBMITTED
                || waiting.supplementOpen() && asked && !stage().terminal();
    }

    /** Whether it waits to be handed on to the case, so that the clock will do it. */
    public boolean awaitsTransfer() {
        return stage() == Stage.RECEIVED;
    }

    /** Whether it is still being prepared, so that the clock may give it up. */
    public boolean inPreparation() {
        return stage() == Stage.PREPARING;
    }

    /** Whether a supplement is waited for in the open, so that it may lapse. */
    public boolean awaitsSupplement() {
        return stage() == Stage.AWAITING_SUPPLEMENT;
    }

    public boolean transferred() {
        return transferredAt != null;
    }

    public boolean feesOpen() {
        return charges.openVnd() > 0;
    }

    public int step() {
        return stage().step(transferred());
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    /** Null until RECEIVE. */
    public String code() {
        return code;
    }

    public long revision() {
        return revision;
    }

    public Units units() {
        return units;
    }

    public Matter matter() {
        return matter;
    }

    public Channel channel() {
        return matter.channel();
    }

    public Stage stage() {
        return standing.stage();
    }

    public Instant stageSince() {
        return standing.since();
    }

    public Opened opened() {
        return opened;
    }

    public LegalClock clock() {
        return clock;
    }

    public Instant transferAt() {
        return transferAt;
    }

    public Waiting waiting() {
        return waiting;
    }

    public int papersOpen() {
        return papersOpen;
    }

    public Charges charges() {
        return charges;
    }

    public boolean originalsHeld() {
        return originalsHeld;
    }

    public Withdrawal withdrawal() {
        return new Withdrawal(this);
    }

    void withdrawal(UUID event, String answer) {
        withdrawalEvent = event;
        withdrawalAnswer = answer;
    }

    UUID withdrawalEvent() {
        return withdrawalEvent;
    }

    String withdrawalAnswer() {
        return withdrawalAnswer;
    }

    /** Null before DECIDE. */
    public Decision decision() {
        return decision;
    }

    public Reported reported() {
        return new Reported(this, department, standing.handling(), caseState, returnState);
    }

    void reportedByCase(String state, String newDepartment, Handling handling, String holder) {
        standing.heldBy(state, holder, handling);
        caseState = state;
        department = newDepartment == null ? department : newDepartment;
    }

    void reportedByReturn(String state) {
        returnState = state;
    }

    public Watched watched() {
        return standing.watched();
    }

    public Trail trail() {
        return trail;
    }
}
