package vn.motcua.notification.feedback;

import java.util.EnumSet;
import java.util.Set;

/** Where a feedback stands, and which limit runs there. */
enum FeedbackState {
    /** Taken down from a call and not confirmed by the caller: it does not count yet (Circular 18/2018/TT-BCT Art. 11). */
    NOTED(Clock.SCREEN),
    RECEIVED(Clock.SCREEN),
    /** Valid, of this unit's competence, no repeat and no complaint. */
    SCREENED(Clock.RESOLVE),
    ASSIGNED(Clock.RESOLVE),
    /** The person was asked for more. */
    ASKED(Clock.PAUSED),
    /** An answer lies with the director. */
    PROPOSED(Clock.RESOLVE),
    ANSWERED(Clock.PUBLISH),
    /** A text without personal data lies with a second officer. */
    REDACTED(Clock.PUBLISH),
    PUBLISHED(Clock.NONE),
    /** Answered and not to be published, with the ground. */
    WITHHELD(Clock.NONE),
    REJECTED(Clock.NONE),
    /** Of another body's competence: guided there or forwarded. */
    FORWARDED(Clock.NONE),
    /** A complaint or a denunciation: on its own track, not processed here. */
    HANDED_OVER(Clock.NONE),
    /** The caller did not confirm what was taken down. */
    DROPPED(Clock.NONE);

    /** The limit that runs. */
    enum Clock {
        /** Until it is rejected, forwarded or found valid. */
        SCREEN,
        /** Until the person is answered. */
        RESOLVE,
        /** The limit to answer stands still: the person was asked. */
        PAUSED,
        /** Until the answer is published. */
        PUBLISH,
        /** Nothing is owed. */
        NONE
    }

    private static final Set<FeedbackState> UNSCREENED =
            EnumSet.of(NOTED, RECEIVED, REJECTED, FORWARDED, HANDED_OVER, DROPPED);

    private final Clock clock;

    FeedbackState(Clock clock) {
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** Whether it may stand there without that anybody has said whom it is about. */
    boolean unscreened() {
        return UNSCREENED.contains(this);
    }
}
