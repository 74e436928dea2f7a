package vn.motcua.bench;

/** The calls of a complete lifecycle in their order, and the waits between services. */
enum Call {
    OPEN("open", "intake", true),
    PAPER("paper presented", "intake", true),
    RECEIVE("receive (+ transfer)", "intake", true),
    TRANSFER("transfer", "intake", true),
    PAY("pay", "intake", true),
    CLAIM("claim", "processing", true),
    RESULT("upload result", "processing", true),
    PROPOSE("propose", "processing", true),
    DECIDE("decide", "processing", true),
    SIGN("sign and issue", "processing", true),
    HAND_OVER("hand over", "notification", true),
    TRACK("track: reference + PIN", "intake", false),
    TRACKED("track: current", "intake", false),
    /** The polls that ask whether an effect has arrived; each is a call of its own, outside the officers' figures. */
    POLL("(poll)", null, false),
    CASE_ARRIVES("… until the case is there", null, false),
    RETURN_ARRIVES("… until the return is there", null, false),
    RETURNED("… until tracking says returned", null, false),
    WHOLE("whole lifecycle", null, false),
    /** Open loop only: from the moment the lifecycle was due, so that a late start counts. */
    FROM_DUE("whole lifecycle from its due start", null, false);

    private final String label;
    private final String service;
    private final boolean officers;

    Call(String label, String service, boolean officers) {
        this.label = label;
        this.service = service;
        this.officers = officers;
    }

    String label() {
        return label;
    }

    /** Whose database answers it; null for waits. */
    String service() {
        return service;
    }

    /** Whether an officer waits for it before a screen: the floor of issue 3 holds for these. */
    boolean officers() {
        return officers;
    }
}
