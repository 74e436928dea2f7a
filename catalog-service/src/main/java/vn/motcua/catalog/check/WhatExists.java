package vn.motcua.catalog.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.catalog.calendar.Calendars;
import vn.motcua.catalog.calendar.WorkingTime;
import vn.motcua.catalog.lists.DepartmentList;

import java.util.List;
import java.util.Set;

/** What procedures are checked against: departments, forms, links, the calendar. */
@ApplicationScoped
public class WhatExists {
    /** Decision 766, index 1.1: a decision of the province is dated five working days before the first day at the latest. */
    private static final int DAYS_BEFORE = 5;

    @Inject
    Calendars calendars;

    @Inject
    LinkLooks looks;

    private final Set<String> departments = DepartmentList.shipped().keySet();

    /** As it is now. */
    public PublishChecks.Known known() {
        WorkingTime time = calendars.of(null, List.of());
        return new PublishChecks.Known(
                departments, WhatExists::isForm, looks::dead, day -> time.minusWorkingDays(day, DAYS_BEFORE));
    }

    private static boolean isForm(String file) {
        return file.matches("[\\p{L}\\p{N}_.-]{1,120}")
                && WhatExists.class.getResource("/META-INF/resources/bieu-mau/" + file) != null;
    }
}
