package vn.motcua.processing.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import java.util.List;

/**
 * What was brought with a dossier, as far as rules of routing ask. What the transfer told stays: a case is routed once.
 *
 * @param presented components that are there
 * @param notApplicable components that are not asked for here
 * @param pages of all originals that are counted
 * @param copies of all of them
 * @param feesVnd in đồng; null where a fee is not established
 */
@Embeddable
public record Brought(
        String[] presented,
        @Column(name = "not_applicable") String[] notApplicable,
        Integer pages,
        Integer copies,
        @Column(name = "fees_vnd") Long feesVnd) {

    static Brought of(DossierStageChanged.Brought told) {
        return new Brought(
                array(told.presented()), array(told.notApplicable()), told.pages(), told.copies(), told.feesVnd());
    }

    public boolean has(String component) {
        return presented != null && List.of(presented).contains(component);
    }

    public boolean leavesOut(String component) {
        return notApplicable != null && List.of(notApplicable).contains(component);
    }

    private static String[] array(List<String> components) {
        return components == null ? new String[0] : components.toArray(String[]::new);
    }
}
