package vn.motcua.intake.person;

/** What of a person is masked, each in its own way. */
public enum PersonField {
    NAME,
    IDENTIFIER,
    PHONE,
    EMAIL,
    ADDRESS
}
