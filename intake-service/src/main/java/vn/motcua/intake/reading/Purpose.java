package vn.motcua.intake.reading;

/** Why an officer reads a person's data: by their duty, or as they state it (Law 91/2025/QH15: data are read for a purpose). */
public enum Purpose {
    RECEPTION,
    EXAMINATION,
    DECISION,
    SUPERVISION,
    PAYMENT,
    INSPECTION,
    REPORTING,
    ARCHIVING,
    ENQUIRY
}
