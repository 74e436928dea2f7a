package vn.motcua.intake.act;

/** A supplement request as far as it may be a further one, which the law allows on a named ground only (Decree 118/2025/NĐ-CP Art. 11). */
interface SupplementGround {
    /** Code of the legal ground; null, and looked at by nobody, for the first request. */
    String groundCode();
}
