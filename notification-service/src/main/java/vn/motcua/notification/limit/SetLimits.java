package vn.motcua.notification.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** A unit is stricter with itself than the rule asks; it is never more lenient. */
@ApplicationScoped
class SetLimits {
    @Inject
    LimitProfiles profiles;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** @throws ProblemException 428, 412 with who changed it, 400 for a limit that is longer than the rule's */
    @Transactional
    LimitProfile set(String unit, LimitProfileResource.Request wanted, String ifMatch) {
        LimitProfile now = profiles.locked(unit);
        Revision.require(ifMatch, now.revision(), () -> changed(now));
        LimitProfile most = profiles.ofEvery();
        ProblemException longer = new ProblemException(Problems.VALIDATION);
        exceeds(longer, "/screenDays", wanted.screenDays(), most.screenDays());
        exceeds(longer, "/askDays", wanted.askDays(), most.askDays());
        exceeds(longer, "/resolveDays", wanted.resolveDays(), most.resolveDays());
        exceeds(longer, "/publishDays", wanted.publishDays(), most.publishDays());
        if (!longer.members().isEmpty()) {
            throw longer;
        }
        profiles.put(
                new LimitProfile(
                        unit,
                        wanted.screenDays(),
                        wanted.askDays(),
                        wanted.resolveDays(),
                        wanted.publishDays(),
                        wanted.source().strip(),
                        true,
                        caller.name(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        now.revision() + 1),
                caller.title());
        return profiles.of(unit);
    }

    private static void exceeds(ProblemException problem, String pointer, int wanted, int most) {
        if (wanted > most) {
            problem.violation(pointer, "1 … " + most);
        }
    }

    private static Map<String, Object> changed(LimitProfile now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("by", now.officerName());
        facts.put("at", now.changedAt());
        return facts;
    }
}
