package vn.motcua.processing.catalogue;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** One version of a procedure as the catalogue published it: what processing needs of it. */
@Entity
public class Procedure {
    @EmbeddedId
    private Key key;

    private String department;
    private boolean singleHand;
    private String nameVi;
    private String nameEn;
    private String[] components;

    protected Procedure() {}

    Procedure(Key key) {
        this.key = key;
    }

    void take(ProcedurePublished told) {
        department = told.department();
        singleHand = told.singleHand();
        nameVi = told.name() == null ? null : told.name().vi();
        nameEn = told.name() == null ? null : told.name().en();
        components = told.components() == null
                ? new String[0]
                : told.components().stream()
                        .map(ProcedurePublished.Component::id)
                        .toArray(String[]::new);
    }

    public String code() {
        return key.code();
    }

    public int version() {
        return key.version();
    }

    /** The department that processes it; null where the lists cannot say. */
    public String department() {
        return department;
    }

    /** Whether who proposes may also decide. */
    public boolean singleHand() {
        return singleHand;
    }

    public String nameVi() {
        return nameVi;
    }

    /** Null where no translation is published. */
    public String nameEn() {
        return nameEn;
    }

    /** The ids of its papers, {@code <code>-NN}. */
    public List<String> components() {
        return Arrays.asList(components);
    }

    /** Code and version name a procedure for good. */
    @Embeddable
    public record Key(String code, int version) implements Serializable {}
}
