package vn.motcua.processing.casework;

import vn.motcua.processing.officer.Officer;

/** Who did something to a case, and in which part. */
record Doer(Actor actor, String subject, String name, String title) {
    static final Doer CLOCK = new Doer(Actor.CLOCK, null, null, null);
    static final Doer CITIZEN = new Doer(Actor.CITIZEN, null, null, null);
    static final Doer DOSSIER = new Doer(Actor.DOSSIER, null, null, null);

    static Doer of(Actor part, Officer officer) {
        return new Doer(part, officer.subject(), officer.name(), officer.title());
    }
}
