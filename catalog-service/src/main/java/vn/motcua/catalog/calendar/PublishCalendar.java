package vn.motcua.catalog.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.outbox.Outbox;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A change of a calendar becomes a new version at once, with its event under a key of its own; earlier versions stay. */
@ApplicationScoped
class PublishCalendar {
    @Inject
    AgroalDataSource source;

    @Inject
    Calendars calendars;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * @param ifMatch the version the editor has seen as a strong ETag, {@code "0"} where there is none yet
     * @throws vn.motcua.platform.problem.ProblemException 400 for what cannot be, 412 where somebody was faster, 428 without
     *     the version seen
     */
    @Transactional(Transactional.TxType.MANDATORY)
    CalendarYear publish(String area, int year, String ifMatch, CalendarEdition edition) {
        Sql.query(source, "select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, area + "+" + year);
        List<Calendars.Edition> before = calendars.editions(area, year);
        int newest = before.isEmpty() ? 0 : before.get(0).version();
        Revision.require(ifMatch, newest, () -> facts(before));
        edition.check(year);
        CalendarYear next = edition.of(area, year, newest + 1);
        String by = Stream.of(caller.name(), caller.title())
                .filter(each -> each != null && !each.isBlank())
                .collect(Collectors.joining(", "));
        calendars.insert(next, clock.instant(), by, edition.reason().strip());
        outbox.append(CalendarYear.TOPIC, next.key(), CalendarYear.TYPE, next);
        return next;
    }

    private static Map<String, Object> facts(List<Calendars.Edition> editions) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (!editions.isEmpty()) {
            facts.put("version", editions.get(0).version());
            facts.put("publishedAt", editions.get(0).publishedAt());
            facts.put("publishedBy", editions.get(0).publishedBy());
        }
        return facts;
    }
}
