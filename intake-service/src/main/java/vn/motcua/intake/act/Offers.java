package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.access.Signature;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.ActionNotAllowed;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.dossier.GuardNotMet;
import vn.motcua.intake.dossier.Handling;
import vn.motcua.intake.history.History;
import vn.motcua.intake.watch.Watch;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Facts that cases and returns offer to the dossier. Each is answered by a stage change with {@code causedBy} and an outcome; what
 * the table does not allow is refused with the reason, takes the next sequence and changes nothing.
 */
@ApplicationScoped
public class Offers {
    private static final String NOT_ALLOWED = "ACTION_NOT_ALLOWED";

    private final Acts acts;
    private final History history;
    private final Dossiers dossiers;
    private final Watch watch;

    Offers(Acts acts, History history, Dossiers dossiers, Watch watch) {
        this.acts = acts;
        this.history = history;
        this.dossiers = dossiers;
        this.watch = watch;
    }

    /**
     * Where a fact comes from.
     *
     * @param basedOnSequence the dossier act it rests on; its instant is never before that act's
     */
    public record Origin(
            UUID event, UUID dossierId, Actor actor, Signature by, Instant effectiveAt, int basedOnSequence) {}

    /**
     * What is said of the case or the return after it.
     *
     * @param department of the competent unit; null where the fact tells none
     * @param handling where the case lies while another unit handles it, else null
     * @param holder account of the officer who holds the case; null where nobody does
     * @param draft what it says of a draft before the person; null where it says nothing of one
     */
    public record Told(String state, String department, Handling handling, String holder, Draft draft) {
        public Told(String state, String department, Handling handling, String holder) {
            this(state, department, handling, holder, null);
        }
    }

    /** @param until the last minute in which the person may answer the draft; null once it is answered */
    public record Draft(Instant until) {}

    /** Applies or refuses an offered act; either way the dossier answers. */
    public void offer(Origin origin, Action action, OfferedBody body) {
        Dossier dossier = dossier(origin);
        Deed deed = new Deed(action, origin.actor(), origin.by(), body, raised(dossier, origin), origin.event());
        try {
            acts.apply(dossier, deed);
        } catch (ActionNotAllowed e) {
            acts.refuse(dossier, deed, NOT_ALLOWED);
        } catch (GuardNotMet e) {
            acts.refuse(dossier, deed, e.guard().name());
        } catch (UnfitBody e) {
            acts.refuse(dossier, deed, e.reasonCode());
        }
    }

    /** Keeps a fact that needs no answer, with what the case or the return says of itself. */
    public void record(Origin origin, String what, Told told, UUID answers, Map<String, Object> details) {
        Dossier dossier = dossier(origin);
        if (origin.actor() == Actor.CASE) {
            dossier.reported().byCase(told.state(), told.department(), told.handling(), told.holder());
            if (told.draft() != null) {
                dossier.waiting().draftLies(told.draft().until());
            }
            if (what.equals("FROZEN") || what.equals("THAWED")) {
                dossier.waiting().draftStands(what.equals("FROZEN"));
            }
        } else {
            dossier.reported().byReturn(told.state());
        }
        if (answers != null) {
            dossier.withdrawal().answered(answers, what);
        }
        dossier.touched();
        watch.follow(dossier);
        history.note(
                dossier, what, origin.actor().role(), origin.by(), raised(dossier, origin), origin.event(), details);
    }

    /** What the case or return says of itself with an offer; kept whether or not the offer is applied. */
    private Dossier dossier(Origin origin) {
        return dossiers.lock(origin.dossierId())
                .orElseThrow(() -> new vn.motcua.platform.inbox.Unprocessable("no such dossier"));
    }

    private Instant raised(Dossier dossier, Origin origin) {
        Instant at = origin.effectiveAt().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        if (!at.isBefore(dossier.trail().lastActAt())) {
            return at;
        }
        int known = Math.min(origin.basedOnSequence(), dossier.trail().sequence());
        Instant based = history.effectiveAt(dossier.id(), known);
        return based != null && at.isBefore(based) ? based : at;
    }
}
