package vn.motcua.processing.dossier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** The projection of dossiers. */
@ApplicationScoped
public class Dossiers implements PanacheRepositoryBase<Dossier, UUID> {

    /** Takes over what is newer; an older sequence never rolls the projection back. */
    public Taken take(DossierStageChanged told) {
        Dossier known = findById(told.dossierId());
        if (known == null) {
            Dossier first = new Dossier(told);
            persist(first);
            return new Taken(first, true);
        }
        boolean newer = known.olderThan(told);
        if (newer) {
            known.take(told);
        }
        return new Taken(known, newer);
    }

    /** The dossier as known now, and whether the event brought it there. */
    public record Taken(Dossier dossier, boolean newer) {}
}
