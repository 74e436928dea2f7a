package vn.motcua.intake.catalogue;

/** When a fee must be paid: with the dossier, or when the result is handed over. */
public enum DueAt {
    FILING,
    RETURN
}
