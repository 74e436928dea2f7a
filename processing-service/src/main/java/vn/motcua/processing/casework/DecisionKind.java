package vn.motcua.processing.casework;

/** How a case is decided; a refusal with its ground is a result too. */
enum DecisionKind {
    GRANTED,
    REFUSED,
    PARTLY_GRANTED
}
