package vn.motcua.processing.casework;

import java.util.Locale;

/** In which part somebody acts on a case. */
enum Actor {
    SPECIALIST,
    APPROVER,
    /** Of the unit where the case lies. */
    DIRECTOR,
    /** Of the competent unit, wherever the case lies. */
    COMPETENT_DIRECTOR,
    /** The desk where the dossier was received, for the person who answers there. */
    RECEPTION,
    /** The person themselves. */
    CITIZEN,
    /** A time-out. */
    CLOCK,
    /** The case answers a change of its dossier. */
    DOSSIER;

    /** As in tokens and events. */
    String role() {
        return this == COMPETENT_DIRECTOR ? DIRECTOR.role() : name().toLowerCase(Locale.ROOT);
    }
}
