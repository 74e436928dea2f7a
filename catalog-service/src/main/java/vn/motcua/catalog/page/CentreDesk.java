package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.calendar.CalendarYear;
import vn.motcua.catalog.calendar.Calendars;
import vn.motcua.catalog.calendar.Reception;
import vn.motcua.catalog.lists.ContactList;
import vn.motcua.catalog.unit.Hours;
import vn.motcua.catalog.unit.Unit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a centre is, whom to call and when it receives, in words. */
@ApplicationScoped
class CentreDesk {
    private final Map<String, ContactList.Contact> contacts = ContactList.shipped();

    @Inject
    Calendars calendars;

    /**
     * What people need to find a centre; null and empty where it is not established.
     *
     * @param seasons office hours that hold in a span of this year only
     * @param reception by day of the week
     */
    record Desk(String address, String phone, List<String> seasons, List<String> reception) {}

    Desk of(Unit unit, LocalDate today, String lang) {
        ContactList.Contact contact = contacts.getOrDefault(unit.id(), new ContactList.Contact(null, null));
        if (!unit.receives()) {
            return new Desk(null, null, List.of(), List.of());
        }
        List<CalendarYear> years = calendars.newestOf(unit.id(), today.getYear());
        UnitTexts texts = MessageBundles.get(UnitTexts.class, Localized.Literal.of(lang));
        List<String> seasons = years.stream()
                .flatMap(year -> year.officeHours().stream()
                        .map(each -> texts.season(
                                Days.text(
                                        each.effectiveFrom() == null
                                                ? LocalDate.of(year.year(), 1, 1)
                                                : each.effectiveFrom()),
                                Days.text(
                                        each.effectiveTo() == null
                                                ? LocalDate.of(year.year(), 12, 31)
                                                : each.effectiveTo()),
                                hours(each.hours()))))
                .toList();
        List<String> reception = years.stream()
                .map(CalendarYear::receptionHours)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .filter(each -> inForce(each, today))
                .map(each -> weekdays(each.weekdays(), lang) + ": " + hours(each.hours()))
                .toList();
        return new Desk(contact.address(), contact.phone(), seasons, reception);
    }

    private static boolean inForce(Reception each, LocalDate today) {
        return (each.effectiveFrom() == null || !today.isBefore(each.effectiveFrom()))
                && (each.effectiveTo() == null || !today.isAfter(each.effectiveTo()));
    }

    private static String weekdays(List<DayOfWeek> days, String lang) {
        Locale locale = Locale.forLanguageTag(lang);
        return days.stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                .collect(Collectors.joining(", "));
    }

    private static String hours(List<Hours> hours) {
        return hours.stream().map(each -> each.from() + "–" + each.to()).collect(Collectors.joining(" · "));
    }
}
