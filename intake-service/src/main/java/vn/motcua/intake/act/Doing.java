package vn.motcua.intake.act;

import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Dossier;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An act that the table allows, while its effects are brought into the dossier.
 *
 * @param id of its history row and of its event
 * @param at the acting instant
 * @param calendar of the competent unit
 * @param details what the history keeps of it; nothing personal
 */
record Doing(UUID id, Dossier dossier, Deed deed, Instant at, WorkCalendar calendar, Map<String, Object> details) {
    Doing(UUID id, Dossier dossier, Deed deed, Instant at, WorkCalendar calendar) {
        this(id, dossier, deed, at, calendar, new LinkedHashMap<>());
    }

    <T> T body(Class<T> type) {
        return type.cast(deed.body());
    }

    /** Who acts, for the rows that keep only a subject. */
    String by() {
        return deed.by().subject() == null ? deed.actor().role() : deed.by().subject();
    }
}
