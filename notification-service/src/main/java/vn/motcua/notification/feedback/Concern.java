package vn.motcua.notification.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.dossier.DossierOfficers;
import vn.motcua.platform.sql.Sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whom a feedback concerns: they do not judge it (domain notes §8, §12.17). Whoever cannot be told apart counts as concerned. */
@ApplicationScoped
class Concern {
    @Inject
    AgroalDataSource source;

    @Inject
    DossierOfficers officers;

    /** Why somebody is concerned. */
    enum Why {
        /** The feedback names them. */
        NAMED,
        /** They acted on the dossier it is about. */
        HANDLED_DOSSIER,
        /** They receive at the counter it is about. */
        AT_COUNTER,
        /** They receive at the counter, and nobody who does not has yet said what it is about, or it was sent back. */
        DIRECTOR_SCREENS,
        /** Their account has no name to compare. */
        UNNAMED
    }

    /** An officer whom the feedback names. */
    record Named(String name, String title) {}

    /** Everything by which a feedback concerns somebody, read once. */
    record Circle(Set<String> named, Set<String> handled, boolean counter, boolean directorScreens) {

        /**
         * Why it concerns an officer; null where it does not.
         *
         * @param reception whether the officer receives at the unit's counter
         */
        Why why(String name, boolean reception) {
            if (name == null || name.isBlank()) {
                return Why.UNNAMED;
            }
            String key = DossierOfficers.key(name);
            if (named.contains(key)) {
                return Why.NAMED;
            }
            if (handled.contains(key)) {
                return Why.HANDLED_DOSSIER;
            }
            if (!reception) {
                return null;
            }
            return counter ? Why.AT_COUNTER : directorScreens ? Why.DIRECTOR_SCREENS : null;
        }
    }

    Circle of(Feedback f) {
        Set<String> named = new HashSet<>(Sql.query(
                source,
                "select name_key from feedback_concerned where feedback_id = ?",
                row -> row.getString(1),
                f.id()));
        Set<String> handled = f.facts().about().dossierId() == null
                ? Set.of()
                : officers.of(f.facts().about().dossierId());
        return new Circle(named, handled, f.aboutCounter(), f.directorScreens());
    }

    List<Named> named(Feedback f) {
        return Sql.query(
                source,
                "select name, title from feedback_concerned where feedback_id = ? order by name",
                row -> new Named(row.getString(1), row.getString(2)),
                f.id());
    }

    /** Whom it concerns is known to the unit to which it went on, too. */
    void copy(Feedback from, Feedback to) {
        Sql.update(
                source,
                "insert into feedback_concerned (feedback_id, name_key, name, title)"
                        + " select ?, name_key, name, title from feedback_concerned where feedback_id = ?",
                to.id(),
                from.id());
    }

    /** As screening found them; they are only added. */
    void add(Feedback f, List<Named> concerned) {
        for (Named each : concerned) {
            Sql.update(
                    source,
                    "insert into feedback_concerned (feedback_id, name_key, name, title) values (?,?,?,?) on conflict do nothing",
                    f.id(),
                    DossierOfficers.key(each.name()),
                    each.name().strip(),
                    each.title() == null || each.title().isBlank()
                            ? null
                            : each.title().strip());
        }
    }
}
