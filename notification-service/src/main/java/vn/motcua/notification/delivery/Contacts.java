package vn.motcua.notification.delivery;

import java.util.UUID;

/** Where people of a dossier are reached now. Asked at each sending, kept nowhere. */
public interface Contacts {

    /**
     * @return {@link Address#NONE} where nothing is known
     * @throws Unavailable where it cannot be told now
     */
    Address of(UUID dossier);

    /** Intake does not answer; the sending waits. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String why) {
            super(why);
        }
    }
}
