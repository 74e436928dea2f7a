package vn.motcua.processing.dossier;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import java.time.Instant;
import java.util.UUID;

/** What processing knows of a dossier: the state told by the newest event. Intake owns the dossier itself. */
@Entity
public class Dossier {
    @Id
    private UUID id;

    private String reference;
    private String code;
    private long sequence;
    private String receivingUnit;
    private String competentUnit;
    private String returningUnit;
    private String procedureCode;
    private int procedureVersion;
    private String channel;
    private String returnMode;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private Instant effectiveAt;
    private Instant receivedAt;
    private Instant due;
    private Instant originalDue;
    private Instant promised;
    private boolean extensionUsed;
    private boolean feesOpen;

    @Embedded
    private Brought brought;

    protected Dossier() {}

    /** A dossier heard of for the first time. */
    public Dossier(DossierStageChanged told) {
        id = told.dossierId();
        take(told);
    }

    /** Whether the event tells something newer than is known. */
    public boolean olderThan(DossierStageChanged told) {
        return sequence < told.sequence();
    }

    /** Takes over the state after the act. Call only for what is newer, see {@link #olderThan}. */
    public final void take(DossierStageChanged told) {
        reference = told.reference();
        code = told.code();
        sequence = told.sequence();
        receivingUnit = told.receivingUnit();
        competentUnit = told.competentUnit();
        returningUnit = told.returningUnit();
        procedureCode = told.procedureCode();
        procedureVersion = told.procedureVersion();
        channel = told.channel();
        returnMode = told.returnMode();
        stage = told.stage();
        effectiveAt = told.effectiveAt();
        receivedAt = told.receivedAt();
        due = told.due();
        originalDue = told.originalDue();
        promised = told.promised();
        extensionUsed = told.extensionUsed();
        feesOpen = told.feesOpen();
        brought = told.brought() == null ? brought : Brought.of(told.brought());
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public String code() {
        return code;
    }

    public long sequence() {
        return sequence;
    }

    public String receivingUnit() {
        return receivingUnit;
    }

    public String competentUnit() {
        return competentUnit;
    }

    public String procedureCode() {
        return procedureCode;
    }

    public int procedureVersion() {
        return procedureVersion;
    }

    public String channel() {
        return channel;
    }

    public String returnMode() {
        return returnMode;
    }

    public Stage stage() {
        return stage;
    }

    /** The acting instant of the newest act known, UTC. */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /** When the legal clock began, UTC; null where that was not told. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** The legal due instant, UTC; null where no limit is established. */
    public Instant due() {
        return due;
    }

    public Instant originalDue() {
        return originalDue;
    }

    public Instant promised() {
        return promised;
    }

    /** Null where no event told it: of what was transferred before it was told. */
    public Brought brought() {
        return brought;
    }

    public boolean extensionUsed() {
        return extensionUsed;
    }
}
