package vn.motcua.catalog.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.calendar.Calendars;
import vn.motcua.catalog.calendar.WorkingTime;
import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.Limit;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.platform.clock.LegalTime;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;

/** What somebody's answers come to: papers, money and the date if they came now. */
@ApplicationScoped
public class Advice {
    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /**
     * @param fees of the chosen channel, else of each
     * @param limit of the chosen channel; null where none is established or the channel is open
     * @param due if the complete dossier were received now; null without a limit
     */
    public record Told(Guide guide, Checklist checklist, List<FeeSum> fees, Limit limit, DueDate due) {}

    /** @param unit whose hours count; null: the usual ones */
    public Told tell(Procedure procedure, Answers answers, Unit unit) {
        Guide guide = Guide.of(procedure);
        Channel channel = answers.channel() == null && guide.channels().size() == 1
                ? guide.channels().get(0)
                : answers.channel();
        List<FeeSum> fees = (channel == null ? guide.channels() : List.of(channel))
                .stream()
                        .map(each -> FeeSum.of(procedure, each, answers.pages(), answers.copies()))
                        .toList();
        Limit limit = procedure.limits().stream()
                .filter(each -> each.channel() == channel)
                .findFirst()
                .orElse(null);
        DueDate due = limit == null ? null : DueDate.of(now(), limit, time(unit));
        return new Told(guide, guide.checklist(answers), fees, limit, due);
    }

    private WorkingTime time(Unit unit) {
        return unit == null ? calendars.of(null, List.of()) : calendars.of(unit.id(), unit.hours());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), LegalTime.ZONE);
    }
}
