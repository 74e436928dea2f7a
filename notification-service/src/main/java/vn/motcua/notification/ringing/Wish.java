package vn.motcua.notification.ringing;

import java.time.Instant;

/**
 * What was said once about which messages ring.
 *
 * @param number from 1 on, the revision
 * @param sms whether short messages ring from then on
 * @param email whether letters do
 * @param askedBy who said it at the counter; null where the person did it through the link
 * @param unit whose counter it was; null as above
 * @param officer who entered it, name and title in official capacity; null as above
 */
record Wish(long number, boolean sms, boolean email, By by, AskedBy askedBy, String unit, String officer, Instant at) {

    /** Who entered it. */
    enum By {
        PERSON,
        RECEPTION
    }

    /** On whose word reception entered it. */
    enum AskedBy {
        OWNER,
        AUTHORISED
    }
}
