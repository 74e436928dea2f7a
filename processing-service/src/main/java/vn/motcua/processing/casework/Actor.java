package vn.motcua.processing.casework;

import java.util.Locale;

/** In which part somebody acts on a case. */
enum Actor {
    SPECIALIST,
    APPROVER,
    DIRECTOR,
    /** A time-out. */
    CLOCK,
    /** The case answers a change of its dossier. */
    DOSSIER;

    /** As in tokens and events. */
    String role() {
        return name().toLowerCase(Locale.ROOT);
    }
}
