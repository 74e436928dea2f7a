package vn.motcua.processing.shadow;

/** The status codes every system of the country exchanges (domain §4.1); an adapter translates its own into these. */
enum NationalStatus {
    REGISTERED(1),
    RECEIVED(2),
    REFUSED(3),
    IN_PROCESS(4),
    SUPPLEMENT_ASKED(5),
    PAYMENT_ASKED(6),
    WITHDRAWAL_ASKED(7),
    STOPPED(8),
    DONE(9),
    RETURNED(10);

    private final int code;

    NationalStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Whether nothing more is to come: silence about it is no lag. */
    boolean over() {
        return this == REFUSED || this == STOPPED || this == RETURNED;
    }

    /** Null for what is no such code. */
    static NationalStatus of(int code) {
        return code >= 1 && code <= values().length ? values()[code - 1] : null;
    }
}
