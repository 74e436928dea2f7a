package vn.motcua.intake.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import vn.motcua.intake.virus.Scan;

import java.io.Serializable;
import java.util.UUID;

/** What the store knows of a file beside its bytes, to be read together with the paper that holds it. */
@Entity
@Immutable
@Table(name = "stored_file")
@IdClass(KeptFile.Key.class)
public class KeptFile {
    /** A file of a dossier. */
    public record Key(UUID dossierId, String sha256) implements Serializable {}

    @Id
    @Column(name = "dossier_id")
    private UUID dossierId;

    @Id
    @Column(name = "sha256")
    private String sha256;

    @Column(name = "pages")
    private Integer pages;

    @Column(name = "media_type")
    private String mediaType;

    @Enumerated(EnumType.STRING)
    @Column(name = "scan")
    private Scan scan;

    protected KeptFile() {}

    public Scan scan() {
        return scan;
    }

    /** How many, or null where that is not known. */
    public Integer pages() {
        return pages;
    }

    /** Whether a picture of its first page may be had. */
    public boolean drawable() {
        return scan != Scan.INFECTED && HeldFile.drawable(mediaType);
    }
}
