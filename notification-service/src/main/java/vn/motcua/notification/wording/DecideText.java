package vn.motcua.notification.wording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Proposes and decides texts of a unit: two people, and only what keeps to the rules. */
@ApplicationScoped
class DecideText {
    private final OwnTexts texts;
    private final Caller caller;
    private final Clock clock;

    @Inject
    DecideText(OwnTexts texts, Caller caller, Clock clock) {
        this.texts = texts;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws ProblemException where the unit is not the caller's or the text breaks a rule */
    OwnText propose(String unit, String template, String language, TextChannel channel, String text) {
        requireUnit(unit);
        OwnText proposed = new OwnText(
                UUID.randomUUID(),
                unit,
                template,
                language,
                channel,
                texts.nextVersion(unit, template, language, channel),
                text,
                OwnText.State.PROPOSED,
                caller.subject(),
                caller.name(),
                clock.instant(),
                null,
                null,
                null,
                1);
        texts.add(proposed);
        return proposed;
    }

    /** @throws ProblemException where the caller proposed it, it is decided already, or another revision is named */
    OwnText decide(UUID id, boolean approve, String ifMatch) {
        OwnText text = texts.locked(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        if (!caller.units().contains(text.unit())) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        Revision.require(
                ifMatch,
                text.revision(),
                () -> Map.of("state", text.state().name(), "decider", String.valueOf(text.decider())));
        if (text.state() != OwnText.State.PROPOSED) {
            throw new ProblemException(NotificationProblem.TEXT_DECIDED);
        }
        if (text.proposedBy().equals(caller.subject())) {
            throw new ProblemException(NotificationProblem.OWN_PROPOSAL);
        }
        if (approve) {
            texts.retire(text);
        }
        texts.decide(
                text,
                approve ? OwnText.State.APPROVED : OwnText.State.REJECTED,
                caller.subject(),
                caller.name(),
                clock.instant());
        return texts.locked(id).orElseThrow();
    }

    void requireUnit(String unit) {
        if (!caller.units().contains(unit)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
    }
}
