package vn.motcua.notification.mailbox;

import vn.motcua.notification.feedback.TakeLetter;

import java.util.Optional;
import java.util.UUID;

/** Takes some letters and dies in the transaction of the next. */
final class Dying extends TakeLetter {
    private final TakeLetter real;
    private int left;

    /** The process is killed. */
    static final class Killed extends Error {}

    Dying(TakeLetter real, int left) {
        this.real = real;
        this.left = left;
    }

    @Override
    public Optional<UUID> take(Written letter) {
        Optional<UUID> taken = real.take(letter);
        if (left-- == 0) {
            throw new Killed();
        }
        return taken;
    }
}
