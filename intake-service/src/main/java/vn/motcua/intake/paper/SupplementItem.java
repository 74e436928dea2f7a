package vn.motcua.intake.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import vn.motcua.intake.dossier.Dossier;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One paper that a supplement request asks for. The note is for the person alone and never leaves this service in an event. */
@Entity
@Table(name = "supplement_item")
@IdClass(SupplementItem.Key.class)
public class SupplementItem {
    /** @param request 1 for the first of its dossier */
    public record Key(UUID dossierId, int request, String component) implements Serializable {}

    @Id
    @Column(name = "dossier_id")
    private UUID dossierId;

    @Id
    @Column(name = "request")
    private int request;

    @Id
    @Column(name = "component")
    private String component;

    @Column(name = "reason_code", nullable = false)
    private String reasonCode;

    @Column(name = "note")
    private String note;

    @Column(name = "supplied_at")
    private Instant suppliedAt;

    protected SupplementItem() {}

    SupplementItem(Dossier dossier, String component, String reasonCode, String note) {
        this.dossierId = dossier.id();
        this.request = dossier.waiting().supplements();
        this.component = component;
        this.reasonCode = reasonCode;
        this.note = note;
    }

    void supplied(Instant at) {
        suppliedAt = at;
    }

    boolean open() {
        return suppliedAt == null;
    }

    public String component() {
        return component;
    }

    public String reasonCode() {
        return reasonCode;
    }

    public String note() {
        return note;
    }

    /** Null while it is still to come. */
    public Instant suppliedAt() {
        return suppliedAt;
    }
}
