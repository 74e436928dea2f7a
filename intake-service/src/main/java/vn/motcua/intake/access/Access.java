package vn.motcua.intake.access;

import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Handling;
import vn.motcua.intake.dossier.Units;
import vn.motcua.intake.payment.Payments;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who may see a dossier and in which part they act on it (design.md §6). What one may not see does not exist: 404; what one sees
 * without having the part for an act: 403.
 */
@RequestScoped
public class Access {
    private static final Set<String> OF_THE_UNIT = Set.of("reception", "cashier", "approver", "director", "auditor");

    private final Caller caller;
    private final Payments payments;

    Access(Caller caller, Payments payments) {
        this.caller = caller;
        this.payments = payments;
    }

    /** @throws ProblemException 404 where the caller may not see it */
    public void requireSeen(Dossier dossier) {
        if (!sees(dossier)) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
    }

    boolean sees(Dossier dossier) {
        boolean opener = dossier.opened().by().equals(caller.subject());
        if (opener && (dossier.draft() || owns(dossier))) {
            return true;
        }
        if (dossier.draft()) {
            return dossier.opened().worksOn(caller.subject()) || takesItsFee(dossier);
        }
        return caller.has("service") || ofTheUnit(dossier.units()) || ofTheDepartment(dossier) || handles(dossier);
    }

    /**
     * A draft of the counter waits for its filing fee: the cashier, who did not open it, must find it, and finds it still when it is
     * paid, by whomever.
     */
    private boolean takesItsFee(Dossier dossier) {
        return caller.has("cashier")
                && dossier.channel() != Channel.ONLINE
                && caller.units().contains(dossier.units().receiving())
                && (dossier.feesOpen() || !payments.of(dossier.id()).isEmpty());
    }

    private boolean ofTheUnit(Units units) {
        return caller.roles().stream().anyMatch(OF_THE_UNIT::contains)
                && units.all().stream().anyMatch(caller.units()::contains);
    }

    private boolean ofTheDepartment(Dossier dossier) {
        return caller.has("specialist")
                && caller.units().contains(dossier.units().competent())
                && caller.department() != null
                && caller.department().equals(dossier.reported().department());
    }

    /** Another unit handles its case: who works on cases there reads it as long. */
    private boolean handles(Dossier dossier) {
        Handling handling = dossier.reported().handling();
        return handling != null
                && (handlingUnits().contains(handling.unit())
                        || departmentUnits().contains(handling.unit())
                                && caller.department().equals(handling.department()));
    }

    /** An ONLINE dossier belongs to the account that opened it. */
    private boolean owns(Dossier dossier) {
        return caller.has("citizen")
                && dossier.channel() == Channel.ONLINE
                && dossier.opened().by().equals(caller.subject());
    }

    /** The parts in which the caller can act on this dossier; empty for those who only read. */
    public Set<Actor> actors(Dossier dossier) {
        Units units = dossier.units();
        Set<String> own = caller.units();
        Set<Actor> actors = EnumSet.noneOf(Actor.class);
        if (owns(dossier)) {
            actors.add(Actor.CITIZEN);
        }
        if (caller.has("reception") && own.contains(units.receiving())) {
            actors.add(Actor.RECEPTION);
        }
        if (caller.has("cashier") && (own.contains(units.receiving()) || own.contains(units.returning()))) {
            actors.add(Actor.CASHIER);
        }
        if (caller.has("director") && own.contains(units.competent())) {
            actors.add(Actor.DIRECTOR);
        }
        return actors;
    }

    /**
     * In which part the caller opens a dossier: reception for its own unit, people for themselves online.
     *
     * @throws ProblemException 403 where in none
     */
    public Actor opener(Channel channel, String receivingUnit) {
        if (caller.has("reception") && caller.units().contains(receivingUnit)) {
            return Actor.RECEPTION;
        }
        if (caller.has("citizen") && channel == Channel.ONLINE) {
            return Actor.CITIZEN;
        }
        throw new ProblemException(Problems.FORBIDDEN);
    }

    /** How the caller stands for an act in this part: people without their name. */
    public Signature signature(Actor actor) {
        return actor == Actor.CITIZEN
                ? new Signature(caller.subject(), null, null)
                : new Signature(caller.subject(), caller.name(), caller.title());
    }

    public String subject() {
        return caller.subject();
    }

    public Set<String> roles() {
        return caller.roles();
    }

    /** The units whose dossiers the caller sees whole; empty for people and specialists. */
    public Set<String> wholeUnits() {
        return caller.roles().stream().anyMatch(OF_THE_UNIT::contains) ? caller.units() : Set.of();
    }

    /** The units of which the caller sees the dossiers of one department. */
    public Set<String> departmentUnits() {
        return caller.has("specialist") && caller.department() != null ? caller.units() : Set.of();
    }

    /** The units of which the caller, one of their heads, sees what they handle for others; a specialist sees their department's. */
    public Set<String> handlingUnits() {
        return caller.has("approver") || caller.has("director") ? caller.units() : Set.of();
    }

    public String department() {
        return caller.department();
    }

    public boolean service() {
        return caller.has("service");
    }

    /** Whether the caller can have opened dossiers, of which they see the drafts. */
    public boolean opensDossiers() {
        return caller.has("reception") || people();
    }

    /** Whether the caller acts for themselves. */
    public boolean people() {
        return caller.has("citizen");
    }
}
