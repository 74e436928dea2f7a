package vn.motcua.notification.reminder;

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
import java.util.List;
import java.util.Map;

/** A unit reminds people as it suits those who live there: far villages later, the town sooner. */
@ApplicationScoped
class SetReminderDays {
    @Inject
    ReminderDaysBook book;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** @throws ProblemException 428, 412 with who changed them, 400 where a number of days stands twice */
    @Transactional
    ReminderDays set(String unit, List<Integer> wanted, String ifMatch) {
        List<Integer> days = wanted.stream().sorted().distinct().toList();
        if (days.size() < wanted.size()) {
            throw new ProblemException(Problems.VALIDATION).violation("/days", "each once");
        }
        ReminderDays now = book.of(unit);
        Revision.require(ifMatch, now.revision(), () -> changed(now));
        ReminderDaysBook.By by = new ReminderDaysBook.By(
                caller.subject(), caller.name(), caller.title(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        boolean set = book.add(unit, now.revision() + 1, days, by);
        ReminderDays after = book.of(unit);
        if (!set) {
            Revision.require(ifMatch, after.revision(), () -> changed(after));
        }
        return after;
    }

    private static Map<String, Object> changed(ReminderDays now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("by", now.officer());
        facts.put("at", now.changedAt());
        return facts;
    }
}
