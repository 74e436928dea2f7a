package vn.motcua.notification.satisfaction;

/** What a person may tick beside the mark; whether it is a good thing is part of it. */
enum Reason {
    FRIENDLY(true),
    CLEAR_GUIDANCE(true),
    FAST(true),
    CONVENIENT(true),
    UNFRIENDLY(false),
    UNCLEAR_GUIDANCE(false),
    SLOW(false),
    LONG_WAIT(false),
    MANY_TRIPS(false),
    EXTRA_PAPERS(false),
    HARD_ONLINE(false);

    private final boolean good;

    Reason(boolean good) {
        this.good = good;
    }

    boolean good() {
        return good;
    }
}
