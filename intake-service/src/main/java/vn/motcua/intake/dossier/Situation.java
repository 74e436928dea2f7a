package vn.motcua.intake.dossier;

import vn.motcua.intake.deadline.WorkCalendar;

import java.time.Instant;

/**
 * What the guards look at.
 *
 * @param at the acting instant
 * @param agreedLimit whether the act carries a limit agreed with the person
 * @param newDue the date an extension asks for or an apology promises, else null
 * @param calendar of the competent unit; only EXTENSION_RULE needs it
 */
public record Situation(
        Dossier dossier, Action action, Instant at, boolean agreedLimit, Instant newDue, WorkCalendar calendar) {}
