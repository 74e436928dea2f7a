package vn.motcua.intake.act;

/** What an act says does not fit the dossier: a bad request at the counter, a refusal for a case or return that offers it. */
class UnfitBody extends RuntimeException {
    private final transient String reasonCode;
    private final transient String pointer;

    UnfitBody(String reasonCode, String pointer, String message) {
        super(message);
        this.reasonCode = reasonCode;
        this.pointer = pointer;
    }

    String reasonCode() {
        return reasonCode;
    }

    /** JSON pointer of the member. */
    String pointer() {
        return pointer;
    }
}
