package vn.motcua.notification.satisfaction;

/** On whose device it was answered. */
enum Way {
    /** The person's own, opened by the tracking cookie. */
    PERSON,
    /** By a code that the counter has opened: on its tablet, or on the person's phone by the QR. */
    TABLET
}
