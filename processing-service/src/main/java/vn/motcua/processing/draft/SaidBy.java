package vn.motcua.processing.draft;

/** From whom the answer to a draft came. */
public enum SaidBy {
    /** The person, on the page or by their own account. */
    PERSON,
    /** The desk wrote down what the person said. */
    RECEPTION,
    /** Nobody said anything in time, which counts as consent. */
    SILENCE
}
