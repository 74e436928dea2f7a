package vn.motcua.processing.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.platform.inbox.HoldKey;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.catalogue.Procedure;
import vn.motcua.processing.catalogue.Procedures;
import vn.motcua.processing.dossier.Dossier;

import java.time.Instant;

/** Which department a case belongs to: by the unit's rules in force, else by the catalogue. The routing is data, never code. */
@ApplicationScoped
public class Routing {
    /** Where a case lies that no rule can place; watched by a metric, see the README. */
    public static final String UNROUTED = "unrouted";

    private static final Logger LOG = Logger.getLogger(Routing.class);

    @Inject
    Procedures procedures;

    @Inject
    RoutingRules rules;

    @Inject
    ProcessingConfig config;

    /**
     * Where a case goes, and why.
     *
     * @param version of the unit's rules; null where the catalogue decided
     * @param rule the rule's name; null where the catalogue decided
     */
    public record Routed(String department, Integer version, String rule) {}

    /**
     * @param at when the case opens
     * @throws HoldKey while the catalogue has not told of the procedure's version
     */
    public Routed route(Dossier dossier, Instant at) {
        Procedure procedure = procedures.find(dossier.procedureCode(), dossier.procedureVersion());
        if (procedure == null) {
            throw new HoldKey(
                    "procedure " + dossier.procedureCode() + "@" + dossier.procedureVersion() + " is not known yet");
        }
        Routed routed = rules.active(dossier.competentUnit())
                .map(set -> route(set, dossier, procedure, at))
                .orElseGet(() -> byCatalogue(procedure));
        if (routed.department().equals(UNROUTED)) {
            LOG.warnf(
                    "no department for procedure %s@%d: the case goes to %s",
                    procedure.code(), procedure.version(), UNROUTED);
        }
        return routed;
    }

    /** By these rules, else by the catalogue; a rule whose department is no longer one decides nothing. */
    Routed route(RoutingRules.RuleSet set, Dossier dossier, Procedure procedure, Instant at) {
        return set.first(RoutingFacts.of(dossier, procedure, at))
                .filter(rule -> knows(rule.department()))
                .map(rule -> new Routed(rule.department(), set.version(), rule.name()))
                .orElseGet(() -> byCatalogue(procedure));
    }

    Routed byCatalogue(Procedure procedure) {
        boolean known = procedure != null && knows(procedure.department());
        return new Routed(known ? procedure.department() : UNROUTED, null, null);
    }

    /** Whether cases can be handed to this department. */
    public boolean knows(String department) {
        return department != null && config.departments().contains(department);
    }
}
