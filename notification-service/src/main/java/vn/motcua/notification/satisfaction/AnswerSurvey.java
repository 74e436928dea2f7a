package vn.motcua.notification.satisfaction;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.notification.NotificationProblem;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Opens the question for whoever holds the cookie or a code, and takes the one answer. */
@ApplicationScoped
class AnswerSurvey {
    @Inject
    Surveys surveys;

    @Inject
    SurveyTokens tokens;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    /** A token for the form, for who has opened the dossier by the tracking cookie: the cookie itself only reads. */
    @Transactional
    Optional<String> begin(UUID dossier) {
        return surveys.ofDossier(dossier)
                .filter(asked -> !asked.answered())
                .map(asked -> tokens.forPerson(asked.returnId(), clock.instant()));
    }

    /** Whether a token opens the form now. */
    boolean opens(String token) {
        return tokens.open(token, clock.instant()).isPresent();
    }

    /**
     * A code for the counter's tablet.
     *
     * @throws ProblemException {@code survey-not-yet} before the return is over, {@code survey-answered}, 404 where it is another unit's
     */
    String invite(UUID dossier, Set<String> units) {
        Surveys.Asked asked =
                surveys.ofDossier(dossier).orElseThrow(() -> new ProblemException(NotificationProblem.SURVEY_NOT_YET));
        if (!units.contains(asked.unit())) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        if (asked.answered()) {
            throw new ProblemException(NotificationProblem.SURVEY_ANSWERED);
        }
        return tokens.forTablet(asked.returnId(), clock.instant());
    }

    /**
     * Takes the answer.
     *
     * @return false where the token opens nothing any more
     */
    @Transactional
    boolean take(String token, Answer answer) {
        Instant now = clock.instant();
        SurveyTokens.Opened opened = tokens.open(token, now).orElse(null);
        Surveys.Asked asked =
                opened == null ? null : surveys.ofReturn(opened.returnId()).orElse(null);
        if (asked == null || !surveys.give(asked.returnId())) {
            return false;
        }
        tokens.used(asked.returnId());
        surveys.keep(asked, opened.way(), answer, now);
        meters.counter("motcua.surveys", "way", opened.way().name()).increment();
        return true;
    }
}
