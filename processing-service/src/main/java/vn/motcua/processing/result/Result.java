package vn.motcua.processing.result;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import java.time.Instant;
import java.util.UUID;

/** An uploaded result of a case. Its bytes never change; a wrong one is replaced by another and stays. */
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
}
