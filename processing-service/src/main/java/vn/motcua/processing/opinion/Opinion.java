package vn.motcua.processing.opinion;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import vn.motcua.processing.officer.Officer;

import java.time.Instant;
import java.util.UUID;

/** A question of a case to a department, with a date of its own. Question and answer stay inside the service. */
@Entity
public class Opinion {
    @Id
    private UUID id;

    private UUID caseId;
    private long revision;
    private String askedUnit;
    private String askedDepartment;

    /** The former unit it was asked by, where that is not the one in force. */
    private String askedAs;

    private String question;
    private Instant due;

    @Enumerated(EnumType.STRING)
    private OpinionState state;

    private String askedBy;
    private String askedByName;
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private AnswerKind answerKind;

    private String answer;
    private String answeredBy;
    private String answeredByName;
    private Instant answeredAt;
    private String withdrawnReason;
    private Instant withdrawnAt;

    @Embedded
    private OpinionFile file;

    protected Opinion() {}

    Opinion(UUID caseId, String unit, String department, String question, Instant due, Officer by, Instant at) {
        id = UUID.randomUUID();
        this.caseId = caseId;
        revision = 1;
        askedUnit = unit;
        askedDepartment = department;
        this.question = question;
        this.due = due;
        state = OpinionState.OPEN;
        askedBy = by.subject();
        askedByName = by.name();
        askedAt = at;
    }

    void askedAs(String formerUnit) {
        askedAs = formerUnit;
    }

    /** Puts a file to the answer that is being written; another takes its place. */
    void attach(OpinionFile put) {
        revision++;
        file = put;
    }

    void answer(AnswerKind kind, String text, Officer by, Instant at) {
        revision++;
        state = OpinionState.ANSWERED;
        answerKind = kind;
        answer = text;
        answeredBy = by.subject();
        answeredByName = by.name();
        answeredAt = at;
    }

    void withdraw(String reasonCode, Instant at) {
        revision++;
        state = OpinionState.WITHDRAWN;
        withdrawnReason = reasonCode;
        withdrawnAt = at;
    }

    /** Whether it was, or still is not, answered in time; what was withdrawn is never late. */
    boolean late(Instant now) {
        return switch (state) {
            case OPEN -> now.isAfter(due);
            case ANSWERED -> answeredAt.isAfter(due);
            case WITHDRAWN -> false;
        };
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public long revision() {
        return revision;
    }

    public String askedUnit() {
        return askedUnit;
    }

    public String askedDepartment() {
        return askedDepartment;
    }

    /** Null where the unit was asked by the one in force. */
    String askedAs() {
        return askedAs;
    }

    /** Null without one; nobody but those who were asked sees it before the answer. */
    OpinionFile file() {
        return file;
    }

    String question() {
        return question;
    }

    /** UTC. */
    public Instant due() {
        return due;
    }

    public OpinionState state() {
        return state;
    }

    String askedBy() {
        return askedBy;
    }

    String askedByName() {
        return askedByName;
    }

    Instant askedAt() {
        return askedAt;
    }

    AnswerKind answerKind() {
        return answerKind;
    }

    String answer() {
        return answer;
    }

    String answeredByName() {
        return answeredByName;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    String withdrawnReason() {
        return withdrawnReason;
    }

    Instant withdrawnAt() {
        return withdrawnAt;
    }
}
