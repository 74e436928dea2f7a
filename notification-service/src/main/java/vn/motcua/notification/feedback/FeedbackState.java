package vn.motcua.notification.feedback;

/** Where a feedback stands. Screening, assignment and answers come with their deadlines in a later part. */
enum FeedbackState {
    RECEIVED
}
