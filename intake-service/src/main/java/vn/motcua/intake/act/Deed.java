package vn.motcua.intake.act;

import vn.motcua.intake.access.Signature;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Actor;

import java.time.Instant;
import java.util.UUID;

/**
 * An act as it comes in.
 *
 * @param effectiveAt acting instant of another owner, raised to the dossier act it rests on; null for acts of this service
 * @param causedBy the case or return event that offers it, or null
 */
record Deed(Action action, Actor actor, Signature by, Body body, Instant effectiveAt, UUID causedBy) {
    static Deed of(Action action, Actor actor, Signature by, Body body) {
        return new Deed(action, actor, by, body, null, null);
    }

    static Deed ofClock(Action action) {
        return of(action, Actor.CLOCK, Signature.NONE, Body.NONE);
    }
}
