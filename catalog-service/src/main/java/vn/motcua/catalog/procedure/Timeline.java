package vn.motcua.catalog.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days of a procedure's versions: each begins the day after the one before has its last day, except where the procedure
 * had been ended; on a legal day at most one is in force; a day that has begun is never given to another version. The one
 * place that knows when a version may begin and a procedure may end; imports, drafts and ends ask it.
 *
 * @param spans by first day; versions grow with the days
 */
public record Timeline(List<Span> spans) {

    /**
     * @param from first legal day
     * @param to last legal day; null while open
     * @param ended the last day is the procedure's own, not that of a version which another follows
     */
    public record Span(int version, LocalDate from, LocalDate to, boolean ended) {
        boolean covers(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    /** Why a version may not begin, or a procedure not end, on a day. */
    public enum Refusal {
        SAME_DAY,
        BEFORE_NEWEST,
        BEFORE_LAST_DAY,
        PAST,
        NOTHING_TO_END,
        ENDED_ALREADY,
        END_BEFORE_BEGINNING
    }

    /** @throws IllegalArgumentException for days that overlap, have a gap without an end, or run against the numbers */
    public Timeline {
        spans = List.copyOf(spans);
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            boolean last = i == spans.size() - 1;
            boolean backwards = span.to() != null && span.to().isBefore(span.from());
            boolean endless = span.to() == null && (span.ended() || !last);
            if (backwards || endless || !last && !follows(span, spans.get(i + 1))) {
                throw new IllegalArgumentException("days of versions do not fit: " + spans);
            }
        }
    }

    private static boolean follows(Span before, Span after) {
        LocalDate next = before.to().plusDays(1);
        boolean meets =
                before.ended() ? !after.from().isBefore(next) : after.from().equals(next);
        return meets && after.version() > before.version();
    }

    /** Of a procedure's versions, all or the newest ones. */
    public static Timeline of(List<ProcedureVersion> versions) {
        return new Timeline(versions.stream()
                .map(each -> new Span(each.version(), each.effectiveFrom(), each.effectiveTo(), each.ending() != null))
                .toList());
    }

    /** The one in force on a day. */
    public Optional<Span> on(LocalDate day) {
        return spans.stream().filter(span -> span.covers(day)).findFirst();
    }

    /** The one with the last days; null where there is none. */
    public Span newest() {
        return spans.isEmpty() ? null : spans.get(spans.size() - 1);
    }

    /**
     * Why a new version may not begin on a day; empty where it may.
     *
     * @param earliest first day that may still be given away; null: lists may tell of days that are over
     */
    public Optional<Refusal> refusesBeginning(LocalDate from, LocalDate earliest) {
        Span newest = newest();
        if (newest != null && spans.stream().anyMatch(span -> span.from().equals(from))) {
            return Optional.of(Refusal.SAME_DAY);
        }
        if (newest != null && from.isBefore(newest.from())) {
            return Optional.of(Refusal.BEFORE_NEWEST);
        }
        if (newest != null && newest.ended() && !from.isAfter(newest.to())) {
            return Optional.of(Refusal.BEFORE_LAST_DAY);
        }
        return earliest != null && from.isBefore(earliest) ? Optional.of(Refusal.PAST) : Optional.empty();
    }

    /** With a new version from a day on. @throws IllegalArgumentException where that is refused */
    public Timeline beginning(LocalDate from) {
        refusesBeginning(from, null).ifPresent(Timeline::refused);
        Span newest = newest();
        List<Span> next = new ArrayList<>(spans);
        if (newest != null && !newest.ended()) {
            next.set(next.size() - 1, new Span(newest.version(), newest.from(), from.minusDays(1), false));
        }
        next.add(new Span(newest == null ? 1 : newest.version() + 1, from, null, false));
        return new Timeline(next);
    }

    /**
     * Why the procedure may not have this last day; empty where it may.
     *
     * @param earliest first day that may be the last one
     */
    public Optional<Refusal> refusesEnd(LocalDate lastDay, LocalDate earliest) {
        Span newest = newest();
        if (newest == null) {
            return Optional.of(Refusal.NOTHING_TO_END);
        }
        if (newest.ended()) {
            return Optional.of(Refusal.ENDED_ALREADY);
        }
        if (lastDay.isBefore(newest.from())) {
            return Optional.of(Refusal.END_BEFORE_BEGINNING);
        }
        return earliest != null && lastDay.isBefore(earliest) ? Optional.of(Refusal.PAST) : Optional.empty();
    }

    /** With the procedure's last day. @throws IllegalArgumentException where that is refused */
    public Timeline ending(LocalDate lastDay) {
        refusesEnd(lastDay, null).ifPresent(Timeline::refused);
        List<Span> next = new ArrayList<>(spans);
        next.set(next.size() - 1, new Span(newest().version(), newest().from(), lastDay, true));
        return new Timeline(next);
    }

    private static void refused(Refusal refusal) {
        throw new IllegalArgumentException("refused: " + refusal);
    }
}
