package vn.motcua.intake.deadline;

import java.time.Instant;

/**
 * The date a dossier is due.
 *
 * @param due the instant, always a full minute
 * @param provisional whether a calendar it rests on is missing or not yet final, so that it must be computed again on publication
 */
public record Due(Instant due, boolean provisional) {}
