package vn.motcua.intake.catalogue;

/** The three ways a dossier may come in (Decree 118/2025 Art. 15). */
public enum Channel {
    COUNTER,
    ONLINE,
    POST
}
