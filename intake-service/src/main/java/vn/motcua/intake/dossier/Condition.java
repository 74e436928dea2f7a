package vn.motcua.intake.dossier;

import java.util.List;

/** What must hold before a row applies: a guard, or one of several. */
sealed interface Condition permits Guard, Condition.Either {
    boolean holds(Situation situation);

    /** The guard a refusal names. */
    Guard named();

    /** As the table of the five steps prints it. */
    String words();

    /** One of these is enough; a refusal names the first. */
    record Either(List<Guard> guards) implements Condition {
        @Override
        public boolean holds(Situation situation) {
            return guards.stream().anyMatch(guard -> guard.holds(situation));
        }

        @Override
        public Guard named() {
            return guards.get(0);
        }

        @Override
        public String words() {
            return String.join(" or ", guards.stream().map(Guard::name).toList());
        }
    }
}
