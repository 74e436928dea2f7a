package vn.motcua.catalog.lists;

import vn.motcua.catalog.calendar.CalendarDay;
import vn.motcua.catalog.calendar.CalendarYear;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The list of holidays and swap days, one calendar of the area VN per year. A year with a provisional day is provisional. */
public record CalendarLists(List<CalendarYear> years, List<RowError> errors) {
    private static final String MARK = "PROVISIONAL";

    /** Reads the shipped list or that of another source; errors are listed, not thrown. */
    public static CalendarLists from(ListSource source) {
        List<RowError> errors = new ArrayList<>();
        TreeMap<Integer, List<CalendarDay>> byYear = new TreeMap<>();
        for (Row row : CsvList.read(source, "holidays.csv", Set.of("date", "name", "kind", "source"), null, errors)) {
            String basis = row.required("source");
            CalendarDay day = new CalendarDay(
                    row.date("date"),
                    row.requiredWord("kind", CalendarLists::kind),
                    row.required("name"),
                    basis != null && basis.startsWith(MARK),
                    basis);
            if (day.date() != null) {
                byYear.computeIfAbsent(day.date().getYear(), y -> new ArrayList<>())
                        .add(day);
            }
        }
        List<CalendarYear> years = byYear.entrySet().stream()
                .map(each -> year(each.getKey(), each.getValue()))
                .toList();
        return new CalendarLists(years, List.copyOf(errors));
    }

    private static CalendarYear year(int year, List<CalendarDay> days) {
        String sources = days.stream().map(CalendarDay::source).distinct().collect(Collectors.joining("; "));
        boolean provisional = days.stream().anyMatch(CalendarDay::provisional);
        return new CalendarYear(
                CalendarYear.NATIONAL, year, 1, provisional, days, List.of(), List.of(), List.of(), sources);
    }

    private static CalendarDay.Kind kind(String word) {
        return switch (word) {
            case "public-holiday", "swap-day-off" -> CalendarDay.Kind.DAY_OFF;
            case "swap-working-day" -> CalendarDay.Kind.WORKING_SWAP;
            default -> null;
        };
    }
}
