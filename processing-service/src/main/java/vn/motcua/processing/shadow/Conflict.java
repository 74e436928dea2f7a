package vn.motcua.processing.shadow;

/** Why what a system told cannot be true as it stands. */
enum Conflict {
    /** It told two states under one sequence: the first stands. */
    SAME_SEQUENCE,
    /** It claims a dossier whose authority of record is intake here. */
    OWN_DOSSIER
}
