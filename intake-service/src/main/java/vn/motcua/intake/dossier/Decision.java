package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.util.UUID;

/** What the case decided and the result that says so; a negative result is a result. */
@Embeddable
public class Decision {
    @Column(name = "decision_kind")
    private String kind;

    @Column(name = "result_id")
    private UUID resultId;

    @Column(name = "result_hash")
    private String resultHash;

    protected Decision() {}

    Decision(String kind, UUID resultId, String resultHash) {
        this.kind = kind;
        this.resultId = resultId;
        this.resultHash = resultHash;
    }

    /** GRANTED, REFUSED or PARTLY_GRANTED. */
    public String kind() {
        return kind;
    }

    public UUID resultId() {
        return resultId;
    }

    /** SHA-256 of the result's bytes, lower-case hexadecimal. */
    public String resultHash() {
        return resultHash;
    }
}
