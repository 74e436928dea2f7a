package vn.motcua.intake.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three units of a dossier, which may be three different ones inside a province (Decree 118/2025 Art. 14). */
@Embeddable
public class Units {
    @Column(name = "receiving_unit", nullable = false)
    private String receiving;

    @Column(name = "competent_unit", nullable = false)
    private String competent;

    @Column(name = "returning_unit", nullable = false)
    private String returning;

    protected Units() {}

    public Units(String receiving, String competent, String returning) {
        this.receiving = receiving;
        this.competent = competent;
        this.returning = returning;
    }

    public String receiving() {
        return receiving;
    }

    public String competent() {
        return competent;
    }

    public String returning() {
        return returning;
    }

    /** Each once. */
    public Set<String> all() {
        return Stream.of(receiving, competent, returning).collect(Collectors.toUnmodifiableSet());
    }

    void returnAt(String unit) {
        returning = unit;
    }
}
