package vn.motcua.catalog.imports;

import vn.motcua.catalog.procedure.Timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A procedure of an import beside what is published of it now, without either's content.
 *
 * @param basedOn version it was compared with; null: a new procedure
 * @param fingerprint of what would be published
 * @param newest null: there is none
 */
record ImportItem(String code, Integer basedOn, String fingerprint, Newest newest) {

    /** The newest version that is published. */
    record Newest(Timeline.Span span, String fingerprint) {}

    /**
     * Why it would not be published with a first legal day; empty where it would.
     *
     * <p>What changed meanwhile is never overwritten: the version that it was compared with must still be the newest one.
     */
    Optional<Obstacle> against(LocalDate effectiveFrom) {
        if (newest == null) {
            return Optional.empty();
        }
        Timeline.Span span = newest.span();
        if (span.ended()) {
            return because(Obstacle.Reason.ENDED, span.to());
        }
        if (newest.fingerprint().equals(fingerprint)) {
            return because(Obstacle.Reason.SAME, span.from());
        }
        if (basedOn == null || basedOn != span.version()) {
            return because(Obstacle.Reason.CHANGED, span.from());
        }
        return new Timeline(List.of(span)).refusesBeginning(effectiveFrom, null).isPresent()
                ? because(Obstacle.Reason.DATE_TOO_EARLY, span.from())
                : Optional.empty();
    }

    private Optional<Obstacle> because(Obstacle.Reason reason, LocalDate day) {
        return Optional.of(new Obstacle(code, reason, basedOn, newest.span().version(), day));
    }
}
