package vn.motcua.processing.result;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;

import java.time.Instant;
import java.util.UUID;

/** An uploaded result of a case. Its bytes never change; a wrong one is replaced by another and stays, until the time to keep it is over. */
@Entity
public class Result {
    @Id
    private UUID id;

    private UUID caseId;
    private String sha256;
    private long size;
    private String mediaType;
    private String uploadedBy;
    private String uploadedByName;
    private Instant uploadedAt;
    private UUID replaces;
    private Instant issuedAt;
    private UUID madeFrom;
    private String composedTitle;
    private String composedBody;
    private Instant destroyedAt;
    private String destroyedGround;
    private UUID destroyedReport;

    protected Result() {}

    Result(UUID caseId, Upload upload, String uploadedBy, String uploadedByName, Instant uploadedAt) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.sha256 = upload.sha256();
        this.size = upload.size();
        this.mediaType = upload.mediaType();
        this.uploadedBy = uploadedBy;
        this.uploadedByName = uploadedByName;
        this.uploadedAt = uploadedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    /** Lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    public String mediaType() {
        return mediaType;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    /** The result that this one corrects; null for the first of a case. */
    public UUID replaces() {
        return replaces;
    }

    public void replaces(UUID former) {
        replaces = former;
    }

    /** When the dossier took the decision or the reissue; null before. */
    public Instant issuedAt() {
        return issuedAt;
    }

    public void issued(Instant at) {
        issuedAt = at;
    }

    /** The proposed file that this signed one was made from; null for what was uploaded or composed. */
    public UUID madeFrom() {
        return madeFrom;
    }

    public void madeFrom(UUID proposed) {
        madeFrom = proposed;
    }

    /** The words the officer composed it of, from which it is set again with its number; null for an uploaded file. */
    public Composed composed() {
        return composedTitle == null ? null : new Composed(composedTitle, composedBody);
    }

    public void composed(Composed words) {
        composedTitle = words.title();
        composedBody = words.body();
    }

    /**
     * From now on only the row stays, with its digest; the words of a composed file are what was in it, and go with it.
     *
     * @param report by which it was approved
     * @param ground the provision after whose time it went
     */
    void destroyed(UUID report, String ground, Instant at) {
        destroyedAt = at;
        destroyedGround = ground;
        destroyedReport = report;
        composedTitle = null;
        composedBody = null;
    }

    /** @throws ProblemException 410, with when and why, where the bytes were destroyed after their time */
    void requireBytes() {
        if (destroyedAt != null) {
            throw new ProblemException(ProcessingProblem.RESULT_DESTROYED, LegalTime.day(destroyedAt), destroyedGround)
                    .with("destroyedAt", destroyedAt)
                    .with("ground", destroyedGround)
                    .with("sha256", sha256);
        }
    }
}
