package vn.motcua.intake.dossier;

import vn.motcua.intake.catalogue.Channel;

import java.util.List;
import java.util.Set;

/**
 * One row of the five steps.
 *
 * @param from the stages, each with its ways of filing, from which it is allowed
 * @param by who may do it
 * @param when conditions that all must hold
 * @param national codes of the national status list it leads to; empty where it leads to none or leaves the code
 */
record Transition(
        List<Place> from,
        Action action,
        Set<Actor> by,
        List<Condition> when,
        Target to,
        ClockEffect clock,
        Form form,
        List<Integer> national) {

    boolean matches(Stage stage, Channel channel) {
        return from.stream()
                .anyMatch(place -> place.stage() == stage && place.channels().contains(channel));
    }

    boolean matches(Stage stage, Channel channel, Actor actor) {
        return by.contains(actor) && actor.on(channel) && matches(stage, channel);
    }

    /** The first guard that does not hold, or null. */
    Guard unmet(Situation situation) {
        for (Condition condition : when) {
            if (!condition.holds(situation)) {
                return condition.named();
            }
        }
        return null;
    }
}
