package vn.motcua.processing.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import java.time.Instant;
import java.util.UUID;

/** One line of a case's history. */
@Entity
class CaseAct {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID caseId;
    private long revision;
    private String act;

    @Enumerated(EnumType.STRING)
    private State state;

    private String department;

    /** Where the case lay, where that was not the competent unit. */
    private String unit;

    private String actorRole;
    private String actorSubject;
    private String actorName;
    private String actorTitle;
    private String reasonCode;
    private Instant at;
    private UUID eventId;

    protected CaseAct() {}

    static CaseAct of(Case about, String act, Doer by, String reasonCode, Instant at, UUID eventId) {
        CaseAct line = new CaseAct();
        line.caseId = about.id();
        line.revision = about.revision();
        line.act = act;
        line.state = about.state();
        line.department = about.department();
        line.unit = about.elsewhere() ? about.unit() : null;
        line.actorRole = by.actor().role();
        line.actorSubject = by.subject();
        line.actorName = by.name();
        line.actorTitle = by.title();
        line.reasonCode = reasonCode;
        line.at = at;
        line.eventId = eventId;
        return line;
    }

    String act() {
        return act;
    }

    State state() {
        return state;
    }

    String department() {
        return department;
    }

    /** Null for the competent unit. */
    String unit() {
        return unit;
    }

    String actorRole() {
        return actorRole;
    }

    String actorName() {
        return actorName;
    }

    String actorTitle() {
        return actorTitle;
    }

    String reasonCode() {
        return reasonCode;
    }

    Instant at() {
        return at;
    }

    /** The event that told of it; null for what is not published. */
    UUID eventId() {
        return eventId;
    }
}
