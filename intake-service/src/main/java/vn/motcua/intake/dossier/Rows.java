package vn.motcua.intake.dossier;

import vn.motcua.intake.catalogue.Channel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The words in which the rows of the table are written. */
final class Rows {
    /** Before there is a dossier. */
    static final Place NOTHING = Place.of(null);

    static final Target DERIVED = Target.DERIVED;
    static final Target STAYS = Target.UNCHANGED;

    private Rows() {}

    static Transition row(
            List<Place> from,
            Action action,
            Set<Actor> by,
            List<Condition> when,
            Target to,
            ClockEffect clock,
            Form form,
            List<Integer> national) {
        return new Transition(from, action, by, when, to, clock, form, national);
    }

    static List<Place> from(Place... places) {
        return List.of(places);
    }

    static Place at(Stage stage) {
        return Place.of(stage);
    }

    static Place at(Stage stage, Channel first, Channel... more) {
        return Place.of(stage, first, more);
    }

    static List<Place> anyOpen() {
        return Arrays.stream(Stage.values())
                .filter(stage -> !stage.terminal())
                .map(Place::of)
                .toList();
    }

    static Set<Actor> by(Actor first, Actor... more) {
        return EnumSet.of(first, more);
    }

    static List<Condition> when(Condition... conditions) {
        return List.of(conditions);
    }

    /** One of these is enough. */
    static Condition either(Guard... guards) {
        return new Condition.Either(List.of(guards));
    }

    static Target to(Stage stage) {
        return Target.to(stage);
    }

    static List<Integer> national(Integer... codes) {
        return List.of(codes);
    }
}
