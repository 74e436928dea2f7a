package vn.motcua.notification.feedback;

/** Where it happened. */
enum Place {
    COUNTER,
    HALL,
    ONLINE,
    PHONE,
    ELSEWHERE
}
