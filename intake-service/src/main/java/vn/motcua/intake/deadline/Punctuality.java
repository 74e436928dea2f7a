package vn.motcua.intake.deadline;

/** The three words of form 06: trước hạn, đúng hạn, quá hạn. */
public enum Punctuality {
    EARLY,
    ON_TIME,
    LATE
}
