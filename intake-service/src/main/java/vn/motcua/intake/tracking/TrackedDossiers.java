package vn.motcua.intake.tracking;

import java.util.Optional;
import java.util.UUID;

/** How tracking reads dossiers; the dossier's own package implements it, so that tracking knows no table of the dossier. */
public interface TrackedDossiers {
    /** The dossier with this reference or this code; spaces around it and the case of its letters do not matter. */
    Optional<TrackedDossier> byReferenceOrCode(String referenceOrCode);

    /** The dossier with this id. */
    Optional<TrackedDossier> byId(UUID id);
}
