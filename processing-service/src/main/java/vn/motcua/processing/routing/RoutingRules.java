package vn.motcua.processing.routing;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.json.EventJson;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.ProcessingConfig;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.officer.Officer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of each unit's rules. One is in force, one may be drafted; a version that was in force is never changed. */
@ApplicationScoped
class RoutingRules {
    private static final String DRAFT =
            """
            insert into routing_rules (unit, version, state, revision, rules, drafted_by, drafted_by_name, drafted_at)
            select ?, coalesce(max(version), 0) + 1, 'DRAFT', 1, ?::jsonb, ?, ?, ? from routing_rules where unit = ?
            """;
    private static final String REDRAFT =
            """
            update routing_rules set rules = ?::jsonb, revision = revision + 1, drafted_by = ?, drafted_by_name = ?, drafted_at = ?
            where unit = ? and state = 'DRAFT'
            """;
    private static final String ACTIVATE =
            """
            update routing_rules set state = 'ACTIVE', revision = revision + 1, activated_by = ?, activated_by_name = ?, activated_at = ?
            where unit = ? and state = 'DRAFT'
            """;

    private static final String KNOWN =
            "select exists (select 1 from procedure where components @> ?::text[] and (code = ? or ?::text is null))";

    @Inject
    AgroalDataSource source;

    @Inject
    ProcessingConfig config;

    /** One version; instants are UTC. */
    record RuleSet(
            String unit,
            int version,
            String state,
            long revision,
            List<RoutingRule> rules,
            String draftedBy,
            Instant draftedAt,
            String activatedBy,
            Instant activatedAt) {

        /** The first rule that fits, in their order. */
        Optional<RoutingRule> first(RoutingFacts facts) {
            return rules.stream().filter(rule -> rule.fits(facts)).findFirst();
        }
    }

    Optional<RuleSet> active(String unit) {
        return one(unit, "ACTIVE");
    }

    Optional<RuleSet> draft(String unit) {
        return one(unit, "DRAFT");
    }

    /** Newest first. */
    List<RuleSet> all(String unit, int most) {
        return Sql.query(
                source,
                "select * from routing_rules where unit = ? order by version desc limit ?",
                RoutingRules::set,
                unit,
                most);
    }

    /**
     * Writes the draft; in the caller's transaction.
     *
     * @param ifMatch the draft's revision, {@code "0"} where there is none
     * @throws ProblemException 422 for a rule that asks nothing, can never fit, or names a department or a paper that is none, 412 where somebody else wrote
     */
    RuleSet write(String unit, List<RoutingRule> rules, String ifMatch, Officer by, Instant at) {
        for (int i = 0; i < rules.size(); i++) {
            if (!config.departments().contains(rules.get(i).department())) {
                throw new ProblemException(ProcessingProblem.UNKNOWN_DEPARTMENT)
                        .violation("/rules/" + i + "/department", "unknown");
            }
            if (!rules.get(i).asksSomething()) {
                throw new ProblemException(ProcessingProblem.RULE_EMPTY).violation("/rules/" + i, "empty");
            }
            if (rules.get(i).contradictory()) {
                throw new ProblemException(ProcessingProblem.RULE_NEVER_FITS).violation("/rules/" + i, "never fits");
            }
            papersKnown(rules.get(i), "/rules/" + i);
        }
        lock(unit);
        Optional<RuleSet> draft = draft(unit);
        require(ifMatch, draft.orElse(null));
        String json = EventJson.write(rules);
        if (draft.isPresent()) {
            Sql.update(source, REDRAFT, json, by.subject(), by.name(), at, unit);
        } else {
            Sql.update(source, DRAFT, unit, json, by.subject(), by.name(), at, unit);
        }
        return draft(unit).orElseThrow();
    }

    /** Each paper of a rule is one that some known version asks for, of the rule's procedure where it names one. */
    private void papersKnown(RoutingRule rule, String pointer) {
        known(rule.procedure(), rule.component(), pointer + "/component");
        known(rule.procedure(), rule.presented(), pointer + "/presented");
        known(rule.procedure(), rule.notApplicable(), pointer + "/notApplicable");
    }

    private void known(String procedure, String component, String pointer) {
        if (component == null) {
            return;
        }
        boolean known = Sql.query(
                        source, KNOWN, row -> row.getBoolean(1), new String[] {component}, procedure, procedure)
                .get(0);
        if (!known) {
            throw new ProblemException(ProcessingProblem.UNKNOWN_COMPONENT).violation(pointer, "unknown");
        }
    }

    /** Puts the draft in force for cases opened from now on; in the caller's transaction. */
    RuleSet activate(String unit, String ifMatch, Officer by, Instant at) {
        lock(unit);
        RuleSet draft = draft(unit).orElseThrow(() -> new ProblemException(ProcessingProblem.NO_DRAFT));
        require(ifMatch, draft);
        Sql.update(source, "update routing_rules set state = 'FORMER' where unit = ? and state = 'ACTIVE'", unit);
        Sql.update(source, ACTIVATE, by.subject(), by.name(), at, unit);
        return active(unit).orElseThrow();
    }

    private void lock(String unit) {
        Sql.query(source, "select pg_advisory_xact_lock(hashtextextended(?, 34))", row -> 1, "routing " + unit);
    }

    private static void require(String ifMatch, RuleSet draft) {
        Revision.require(
                ifMatch,
                draft == null ? 0 : draft.revision(),
                () -> draft == null ? Map.of() : Map.of("by", draft.draftedBy(), "at", draft.draftedAt()));
    }

    private Optional<RuleSet> one(String unit, String state) {
        return Sql.query(
                        source,
                        "select * from routing_rules where unit = ? and state = '" + state + "'",
                        RoutingRules::set,
                        unit)
                .stream()
                .findFirst();
    }

    private static RuleSet set(ResultSet row) throws SQLException {
        List<RoutingRule> rules = new ArrayList<>();
        for (JsonNode rule : EventJson.tree(row.getString("rules"))) {
            rules.add(EventJson.read(rule, RoutingRule.class));
        }
        OffsetDateTime activated = row.getObject("activated_at", OffsetDateTime.class);
        return new RuleSet(
                row.getString("unit"),
                row.getInt("version"),
                row.getString("state"),
                row.getLong("revision"),
                List.copyOf(rules),
                row.getString("drafted_by_name"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                row.getString("activated_by_name"),
                activated == null ? null : activated.toInstant());
    }
}
