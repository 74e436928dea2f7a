package vn.motcua.catalog.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.calendar.CalendarYear;
import vn.motcua.catalog.calendar.Calendars;
import vn.motcua.catalog.calendar.WorkingDays;
import vn.motcua.catalog.lists.DepartmentList;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What procedures are checked against: departments, forms, the calendar. */
@ApplicationScoped
public class WhatExists {
    /** Decision 766, index 1.1: a decision of the province is dated five working days before the first day at the latest. */
    private static final int DAYS_BEFORE = 5;

    private static final String AREA = "VN";

    @Inject
    Calendars calendars;

    private final Set<String> departments = DepartmentList.shipped().keySet();

    /** As it is now; a year's calendar is read once and only if it is needed. */
    public PublishChecks.Known known() {
        Map<Integer, CalendarYear> read = new HashMap<>();
        WorkingDays days = new WorkingDays(year ->
                read.computeIfAbsent(year, each -> calendars.newest(AREA, each).orElse(null)));
        return new PublishChecks.Known(departments, WhatExists::isForm, day -> days.before(day, DAYS_BEFORE));
    }

    private static boolean isForm(String file) {
        return file.matches("[\\p{L}\\p{N}_.-]{1,120}")
                && WhatExists.class.getResource("/META-INF/resources/bieu-mau/" + file) != null;
    }
}
