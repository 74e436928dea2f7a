package vn.motcua.processing.retention;

/** What has a time of its own: the registers themselves, and what was issued under a number of each of them. */
enum RetentionKind {
    REGISTER,
    RESULT,
    COPY,
    SIGNATURE,
    TRANSLATOR,
    CONTRACT
}
