package vn.motcua.notification.message;

/** The variables a text may use. None of them says anything about the person served. */
enum Fact {
    CODE,
    REFERENCE,
    PROCEDURE,
    PROCEDURE_CODE,
    RECEIVING_UNIT,
    COMPETENT_UNIT,
    RETURNING_UNIT,
    DEPARTMENT,
    RECEIVED_BY,
    HANDLED_BY,
    RECEIVED_AT,
    AT,
    DUE,
    ORIGINAL_DUE,
    PROMISED,
    RETURNED_AT,
    REASON,
    STAGE,
    DECISION,
    RETURN_MODE,
    FEES_OPEN,
    /** The last minute in which the person may answer a draft. */
    DRAFT_UNTIL;

    /** The name in the texts: lower camel case. */
    String placeholder() {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char c : name().toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return name.toString();
    }
}
