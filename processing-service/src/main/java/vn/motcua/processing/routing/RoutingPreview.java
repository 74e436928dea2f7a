package vn.motcua.processing.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import vn.motcua.processing.catalogue.Procedure;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.routing.Routing.Routed;
import vn.motcua.processing.routing.RoutingRules.RuleSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** What a drafted version would have done with the cases that are open now. Nothing moves: rules are for cases to come. */
@ApplicationScoped
class RoutingPreview {
    /** Open cases looked at, the newest ones. */
    private static final int LOOKED_AT_MOST = 2_000;

    private static final int SHOWN_MOST = 100;

    private static final String OPEN =
            "select c.id, c.department, c.openedAt, d, p from CaseFile c join Dossier d on d.id = c.dossierId"
                    + " left join Procedure p on p.key.code = d.procedureCode and p.key.version = d.procedureVersion"
                    + " where c.beside.competentUnit = :unit and c.rank is not null order by c.openedAt desc";

    @Inject
    EntityManager entities;

    @Inject
    Routing routing;

    @Inject
    RoutingRules rules;

    /**
     * @param lookedAt how many open cases were, at most 2,000 of the newest
     * @param moved how many of them would have gone elsewhere
     * @param flows from where to where, most first
     * @param cases the first hundred that would have gone elsewhere
     */
    record Preview(int version, int lookedAt, int moved, List<Flow> flows, List<Moved> cases) {}

    record Flow(String from, String to, int cases) {}

    /**
     * @param lies where the case lies now
     * @param from where the rules in force send it
     * @param to where the draft would
     * @param rule of the draft, null where the catalogue decides
     */
    record Moved(UUID caseId, String code, String procedureCode, String lies, String from, String to, String rule) {}

    Preview of(RuleSet draft) {
        RuleSet active = rules.active(draft.unit()).orElse(null);
        List<Object[]> open = entities.createQuery(OPEN, Object[].class)
                .setParameter("unit", draft.unit())
                .setMaxResults(LOOKED_AT_MOST)
                .getResultList();
        List<Moved> moved = new ArrayList<>();
        for (Object[] row : open) {
            Dossier dossier = (Dossier) row[3];
            Procedure procedure = (Procedure) row[4];
            Routed from = active == null
                    ? routing.byCatalogue(procedure)
                    : routing.route(active, dossier, procedure, (Instant) row[2]);
            Routed to = routing.route(draft, dossier, procedure, (Instant) row[2]);
            if (!from.department().equals(to.department())) {
                moved.add(new Moved(
                        (UUID) row[0],
                        dossier.code() == null ? dossier.reference() : dossier.code(),
                        dossier.procedureCode(),
                        (String) row[1],
                        from.department(),
                        to.department(),
                        to.rule()));
            }
        }
        return new Preview(
                draft.version(),
                open.size(),
                moved.size(),
                flows(moved),
                moved.stream().limit(SHOWN_MOST).toList());
    }

    private static List<Flow> flows(List<Moved> moved) {
        var counted = new TreeMap<String, Integer>();
        moved.forEach(each -> counted.merge(each.from() + " " + each.to(), 1, Integer::sum));
        return counted.entrySet().stream()
                .map(each -> new Flow(each.getKey().split(" ")[0], each.getKey().split(" ")[1], each.getValue()))
                .sorted((one, other) -> other.cases() - one.cases())
                .toList();
    }
}
