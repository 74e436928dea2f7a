package vn.motcua.processing.signing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import vn.motcua.processing.casework.IssueResult.Ready;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.signature.Level;
import vn.motcua.processing.signature.SignedFile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One attempt to sign and issue a result: numbers are given, the file is signed outside, the case decides, the dossier answers. */
@Entity
class Signing {
    /** How far it is. */
    enum State {
        /** Numbers are given, nothing is signed yet. */
        GIVEN,
        /** Signed and offered to the dossier. */
        SIGNED,
        ISSUED,
        VOID
    }

    @Id
    private UUID id;

    private UUID caseId;
    private String unit;
    private String act;
    private UUID source;
    private UUID replaces;
    private UUID result;
    private String request;
    private String title;
    private String number;
    private LocalDate issuedOn;
    private String signer;
    private String signerName;
    private String signerTitle;

    @Enumerated(EnumType.STRING)
    private State state;

    private String reason;

    @Enumerated(EnumType.STRING)
    private Level level;

    private String certificate;
    private String serial;
    private Instant givenAt;
    private Instant settledAt;

    protected Signing() {}

    /** What is printed. */
    record Printed(String title, String number, LocalDate on) {}

    Signing(UUID id, Ready ready, Officer officer, String request, Printed printed, Instant at) {
        this.id = id;
        this.caseId = ready.caseId();
        this.unit = ready.unit();
        this.act = ready.act();
        this.source = ready.draft();
        this.replaces = ready.replaces();
        this.request = request;
        this.title = printed.title();
        this.number = printed.number();
        this.issuedOn = printed.on();
        this.signer = officer.subject();
        this.signerName = officer.name();
        this.signerTitle = officer.title();
        this.state = State.GIVEN;
        this.givenAt = at;
    }

    void signed(SignedFile file, UUID signedResult) {
        state = State.SIGNED;
        result = signedResult;
        level = file.level();
        certificate = file.certificate();
        serial = file.serial();
    }

    void issued(Instant at) {
        state = State.ISSUED;
        settledAt = at;
    }

    void voided(String because, Instant at) {
        state = State.VOID;
        reason = because;
        settledAt = at;
    }

    boolean open() {
        return state == State.GIVEN || state == State.SIGNED;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    String unit() {
        return unit;
    }

    /** The proposed file that the number was given for. */
    UUID source() {
        return source;
    }

    String act() {
        return act;
    }

    /** The result this one corrects; null for the first. */
    UUID replaces() {
        return replaces;
    }

    /** The signed file; null before. */
    UUID result() {
        return result;
    }

    /** What was asked, for telling a repetition from another request. */
    String request() {
        return request;
    }

    String title() {
        return title;
    }

    /** As printed; several of a certification are parted by semicolons. */
    String number() {
        return number;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    String signer() {
        return signer;
    }

    String signerName() {
        return signerName;
    }

    String signerTitle() {
        return signerTitle;
    }

    State state() {
        return state;
    }

    /** Why it is void; null otherwise. */
    String reason() {
        return reason;
    }

    Level level() {
        return level;
    }

    String certificate() {
        return certificate;
    }

    String serial() {
        return serial;
    }

    Instant givenAt() {
        return givenAt;
    }
}
