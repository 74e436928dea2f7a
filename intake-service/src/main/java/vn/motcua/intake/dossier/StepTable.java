package vn.motcua.intake.dossier;

import vn.motcua.intake.catalogue.Channel;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the table of the five steps: which row applies, and what is allowed. */
public final class StepTable {
    private StepTable() {}

    /**
     * The one row for an act.
     *
     * @throws ActionNotAllowed if no row starts from this stage with this action for this actor
     */
    static Transition find(Stage stage, Action action, Channel channel, Actor actor) {
        for (Transition row : FiveSteps.ROWS) {
            if (row.action() == action && row.matches(stage, channel, actor)) {
                return row;
            }
        }
        throw new ActionNotAllowed(stage, action);
    }

    /**
     * Who of these does the action now.
     *
     * @throws ActionNotAllowed where the table lets none of them
     */
    public static Actor actor(Dossier dossier, Action action, Set<Actor> candidates) {
        return candidates.stream()
                .filter(actor -> FiveSteps.ROWS.stream()
                        .anyMatch(row ->
                                row.action() == action && row.matches(dossier.stage(), dossier.channel(), actor)))
                .findFirst()
                .orElseThrow(() -> new ActionNotAllowed(dossier.stage(), action));
    }

    /** Whether any row at all lets one of these do the action, from whatever stage. */
    public static boolean mayEver(Action action, Set<Actor> actors) {
        return FiveSteps.ROWS.stream()
                .anyMatch(row -> row.action() == action && row.by().stream().anyMatch(actors::contains));
    }

    /**
     * What these actors may do now by the table and its guards, as far as the API has a body for it. LIMIT_KNOWN and FIRST_SUPPLEMENT
     * are met by what the body carries, so they hide no button.
     */
    public static Set<Action> allowed(Dossier dossier, Set<Actor> actors, Instant at) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        for (Transition row : rows(dossier)) {
            if (row.action().inApi()
                    && actors.stream().anyMatch(actor -> row.matches(dossier.stage(), dossier.channel(), actor))
                    && row.unmet(new Situation(dossier, row.action(), at, true, null, null)) == null) {
                allowed.add(row.action());
            }
        }
        return allowed;
    }

    private static List<Transition> rows(Dossier dossier) {
        return FiveSteps.ROWS.stream()
                .filter(row -> row.matches(dossier.stage(), dossier.channel()))
                .toList();
    }
}
