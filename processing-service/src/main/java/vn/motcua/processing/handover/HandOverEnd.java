package vn.motcua.processing.handover;

/** How a case came back from another unit. */
public enum HandOverEnd {
    /** The other unit did not take it over. */
    DECLINED,
    /** The other unit handed it back. */
    GIVEN_BACK,
    /** The competent unit took it back. */
    RECALLED,
    /** The dossier ended. */
    OVER
}
