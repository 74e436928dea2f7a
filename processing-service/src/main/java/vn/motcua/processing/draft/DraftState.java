package vn.motcua.processing.draft;

/** Where a case stands with the draft that the person has to see; a case whose procedure asks for none has no state. */
public enum DraftState {
    /** None was offered yet, or the words have changed since. */
    NEEDED,
    /** One waits for the person's answer. */
    OFFERED,
    /** The person said what is wrong; another one is to be offered. */
    OBJECTED,
    /** The person agreed, or said nothing in the time they had. */
    CONFIRMED
}
