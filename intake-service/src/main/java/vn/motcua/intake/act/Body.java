package vn.motcua.intake.act;

/** What an act says beyond its action: a request of the API, a fact offered by a case or a return, or nothing. */
interface Body {
    /** Nothing more to say: acts of the clock. */
    Body NONE = new Body() {};

    /** Code of the reason; goes into the event. */
    default String reasonCode() {
        return null;
    }

    /** What the officer wrote for the person; stays in this service. */
    default String reason() {
        return null;
    }
}
