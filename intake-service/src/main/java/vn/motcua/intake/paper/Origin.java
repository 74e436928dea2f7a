package vn.motcua.intake.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.util.UUID;

/** Where a paper comes from that nobody brought: the data that replace it, or an earlier dossier of the same person. */
@Embeddable
public class Origin {
    /** Who looked whether it is right. */
    public enum Checker {
        OFFICER,
        PERSON
    }

    @Column(name = "data_source")
    private String dataSource;

    @Enumerated(EnumType.STRING)
    @Column(name = "checked_by")
    private Checker checkedBy;

    @Column(name = "from_dossier")
    private UUID fromDossier;

    @Column(name = "from_component")
    private String fromComponent;

    @Column(name = "consent_at")
    private Instant consentAt;

    protected Origin() {}

    static Origin ofData(String source, Checker by) {
        Origin origin = new Origin();
        origin.dataSource = source;
        origin.checkedBy = by;
        return origin;
    }

    /** @param consented when the person agreed to the reuse */
    static Origin of(UUID dossierId, String component, Checker by, Instant consented) {
        Origin origin = new Origin();
        origin.fromDossier = dossierId;
        origin.fromComponent = component;
        origin.checkedBy = by;
        origin.consentAt = consented;
        return origin;
    }

    /** As the catalogue names it, or null. */
    public String dataSource() {
        return dataSource;
    }

    public Checker checkedBy() {
        return checkedBy;
    }

    public UUID fromDossier() {
        return fromDossier;
    }

    public String fromComponent() {
        return fromComponent;
    }

    public Instant consentAt() {
        return consentAt;
    }
}
