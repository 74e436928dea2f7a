package vn.motcua.intake.dossier;

import vn.motcua.intake.deadline.WorkCalendar;

import java.time.Instant;

/**
 * What the guards look at.
 *
 * @param at the acting instant
 * @param grounded whether the act carries what its guard lets stand in its place: a limit agreed with the person, the legal ground of a
 *     further supplement request
 * @param newDue the date an extension asks for or an apology promises, else null
 * @param calendar of the competent unit; only EXTENSION_RULE needs it
 */
public record Situation(
        Dossier dossier, Action action, Instant at, boolean grounded, Instant newDue, WorkCalendar calendar) {}
