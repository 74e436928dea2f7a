package vn.motcua.intake.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import vn.motcua.intake.file.HeldFile;
import vn.motcua.intake.file.StoredFile;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One paper of the published list in one dossier, with its own revision. */
@Entity
@Table(name = "paper")
@IdClass(Paper.Key.class)
public class Paper {
    /** A component of a dossier. */
    public record Key(UUID dossierId, String component) implements Serializable {}

    /** How far it is. */
    public enum State {
        MISSING,
        PRESENTED,
        ATTACHED,
        TAKEN_FROM_DATA,
        REUSED,
        NOT_APPLICABLE
    }

    /** In what shape it was brought. */
    public enum PresentedAs {
        ORIGINAL,
        CERTIFIED,
        COPY,
        DIGITAL
    }

    @Id
    @Column(name = "dossier_id")
    private UUID dossierId;

    @Id
    @Column(name = "component")
    private String component;

    @Column(name = "position")
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private State state = State.MISSING;

    @Enumerated(EnumType.STRING)
    @Column(name = "presented_as")
    private PresentedAs presentedAs;

    @Column(name = "quantity")
    private int quantity;

    @Column(name = "held")
    private boolean held;

    @Column(name = "reason")
    private String reason;

    @Column(name = "file_sha256")
    private String fileSha256;

    @Column(name = "file_size")
    private Long fileSize;

    @Column(name = "file_type")
    private String fileType;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Embedded
    private Origin origin;

    @Column(name = "asked")
    private boolean asked;

    @Column(name = "revision")
    private long revision;

    @Column(name = "written_by", nullable = false)
    private String writtenBy;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    protected Paper() {}

    /** @param revision to begin with, above that of any paper that stood at this place before */
    Paper(UUID dossierId, String component, int position, long revision, String by, Instant at) {
        this.dossierId = dossierId;
        this.component = component;
        this.position = position;
        this.revision = revision;
        this.writtenBy = by;
        this.writtenAt = at;
    }

    /** Brought and looked at; {@code isHeld} where the original stays with the office. */
    void present(PresentedAs as, int pieces, boolean isHeld, LocalDate until, String by, Instant at) {
        state = State.PRESENTED;
        presentedAs = as;
        quantity = pieces;
        held = isHeld;
        reason = null;
        validUntil = until;
        origin = null;
        written(by, at);
    }

    void attach(StoredFile file, String name, String by, Instant at) {
        state = State.ATTACHED;
        presentedAs = PresentedAs.DIGITAL;
        quantity = Math.max(1, quantity);
        reason = null;
        validUntil = null;
        origin = null;
        keep(file, name, by, at);
    }

    /** A scan of a paper that was brought: the paper stays what it is. */
    void scan(StoredFile file, String name, String by, Instant at) {
        keep(file, name, by, at);
    }

    /** The data that replace it were looked at and hold; {@code note} may say what they show. */
    void takeFromData(Origin data, String note, LocalDate until, String by, Instant at) {
        nothingHere(State.TAKEN_FROM_DATA, note);
        validUntil = until;
        origin = data;
        written(by, at);
    }

    /** Taken over from an earlier dossier of the same person. */
    void reuse(StoredFile file, String name, Origin from, LocalDate until, String by, Instant at) {
        state = State.REUSED;
        presentedAs = PresentedAs.DIGITAL;
        quantity = 1;
        held = false;
        reason = null;
        validUntil = until;
        origin = from;
        keep(file, name, by, at);
    }

    /** Taken from where the authorities have it already; the reason names the place. */
    void reuse(String source, String by, Instant at) {
        state = State.REUSED;
        presentedAs = PresentedAs.DIGITAL;
        held = false;
        reason = source;
        validUntil = null;
        origin = null;
        written(by, at);
    }

    void notApplicable(String why, String by, Instant at) {
        nothingHere(State.NOT_APPLICABLE, why);
        written(by, at);
    }

    /** What was attached or taken from elsewhere is taken back: the paper is still to be brought; {@code why} it is not here, or null. */
    void clear(String why, String by, Instant at) {
        nothingHere(State.MISSING, why);
        forgetFile();
        written(by, at);
    }

    private void nothingHere(State now, String why) {
        state = now;
        presentedAs = null;
        quantity = 0;
        held = false;
        reason = why;
        validUntil = null;
        origin = null;
    }

    /** Part of it came, or nothing: it is still to be brought, and what came lies here. */
    void lack(PresentedAs as, int pieces, boolean isHeld, String why, String by, Instant at) {
        clear(why, by, at);
        presentedAs = as;
        quantity = pieces;
        held = isHeld;
    }

    /** Its file is no more. */
    void withoutFile(String by, Instant at) {
        if (fileSha256 == null) {
            return;
        }
        if (state == State.PRESENTED) {
            forgetFile();
            written(by, at);
        } else {
            clear(null, by, at);
        }
    }

    private void forgetFile() {
        fileSha256 = null;
        fileSize = null;
        fileType = null;
        fileName = null;
    }

    void ask(String by, Instant at) {
        asked = true;
        stamp(by, at);
    }

    private void keep(StoredFile file, String name, String by, Instant at) {
        fileSha256 = file.sha256();
        fileSize = file.size();
        fileType = file.mediaType();
        fileName = name;
        written(by, at);
    }

    private void written(String by, Instant at) {
        asked = false;
        stamp(by, at);
    }

    private void stamp(String by, Instant at) {
        revision++;
        writtenBy = by;
        writtenAt = at;
    }

    /** The original has gone back to its owner. */
    void givenBack(String by, Instant at) {
        held = false;
        stamp(by, at);
    }

    /** Whether something still has to be brought. */
    public boolean open() {
        return asked || state == State.MISSING;
    }

    /**
     * Whether it stands as an officer entered it, for a person who did not: what was presented or does not apply, an original that the
     * office holds, what somebody else took from elsewhere. Of what was attached only the file is at stake, and each file is kept.
     */
    boolean enteredForOffice(String person) {
        return switch (state) {
            case PRESENTED, NOT_APPLICABLE -> true;
            case TAKEN_FROM_DATA, REUSED -> held || !writtenBy.equals(person);
            case MISSING, ATTACHED -> held;
        };
    }

    public UUID dossierId() {
        return dossierId;
    }

    /** {@code <procedure code>-NN}. */
    public String component() {
        return component;
    }

    public State state() {
        return state;
    }

    public PresentedAs presentedAs() {
        return presentedAs;
    }

    public int quantity() {
        return quantity;
    }

    public boolean held() {
        return held;
    }

    public String reason() {
        return reason;
    }

    /** Its last day, or null where none is known. */
    public LocalDate validUntil() {
        return validUntil;
    }

    /** Where it comes from that nobody brought, or null. */
    public Origin origin() {
        return origin;
    }

    /** Its file as it is given out, or null. */
    public HeldFile heldFile() {
        return fileSha256 == null ? null : new HeldFile(dossierId, fileSha256, fileSize, fileType);
    }

    public String fileSha256() {
        return fileSha256;
    }

    public Long fileSize() {
        return fileSize;
    }

    public String fileType() {
        return fileType;
    }

    public String fileName() {
        return fileName;
    }

    public boolean asked() {
        return asked;
    }

    public long revision() {
        return revision;
    }

    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
