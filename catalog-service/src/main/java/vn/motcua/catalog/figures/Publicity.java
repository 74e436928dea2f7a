package vn.motcua.catalog.figures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.calendar.WorkingTime;
import vn.motcua.catalog.procedure.Procedure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Group 1 of the index of Decision 766/QĐ-TTg for the procedures of one unit: announced in time (1.1), posted in time (1.2),
 * complete (1.3). What lacks a date or a part that the lists never carried is counted apart as not established; it is neither
 * good nor bad, and a figure over nothing is "N/A", never 100 %.
 */
public final class Publicity {
    /** Working days between announcement and first day in force (Decree 63/2010, Art. 15; transcription of the index). */
    private static final int BEFORE_FORCE_MINISTRY = 20;

    private static final int BEFORE_FORCE_PROVINCE = 5;

    /** Working days between announcement and posting. */
    private static final int TO_POST_MINISTRY = 10;

    private static final int TO_POST_PROVINCE = 5;

    private Publicity() {}

    /** The three figures. */
    @Schema(name = "PublicityIndicator")
    public enum Indicator {
        ANNOUNCED_IN_TIME("1.1"),
        POSTED_IN_TIME("1.2"),
        COMPLETE("1.3");

        private final String code;

        Indicator(String code) {
            this.code = code;
        }

        /** As the index numbers it. */
        public String code() {
            return code;
        }
    }

    /** How a procedure stands in a figure. */
    @Schema(name = "PublicityState")
    public enum State {
        FULFILLED,
        NOT_FULFILLED,
        NOT_ESTABLISHED
    }

    /** What a published procedure must say; CONTENT: nothing of it is in the catalogue. */
    @Schema(name = "PublicityPart")
    public enum Part {
        CONTENT,
        NAME,
        ORDER_OF_STEPS,
        WAYS_OF_FILING,
        PAPERS,
        TIME_LIMIT,
        SUBJECTS,
        AGENCY
    }

    /**
     * What is known of a procedure that a unit offers.
     *
     * @param content null where no list in force has it
     * @param decision number of the announcing decision, null: not established
     * @param decided day of that decision, null: not established
     * @param posted day on which it was posted, null: not established
     */
    public record Posted(
            String code,
            String name,
            Procedure content,
            LocalDate effectiveFrom,
            String decision,
            LocalDate decided,
            LocalDate posted) {}

    /**
     * A procedure behind the figures.
     *
     * @param missing parts that are not there
     * @param unknown parts that neither the lists nor an editor told
     */
    @Schema(name = "PublicityRow")
    public record Row(
            String code,
            String name,
            LocalDate effectiveFrom,
            String decision,
            LocalDate decided,
            LocalDate posted,
            State announcedInTime,
            State postedInTime,
            State complete,
            List<Part> missing,
            List<Part> unknown) {
        public State of(Indicator indicator) {
            return switch (indicator) {
                case ANNOUNCED_IN_TIME -> announcedInTime;
                case POSTED_IN_TIME -> postedInTime;
                case COMPLETE -> complete;
            };
        }
    }

    /**
     * One figure.
     *
     * @param denominator those that fulfil and those that do not
     * @param percent with two decimals, {@code N/A} where the denominator is 0
     */
    @Schema(name = "PublicityFigure")
    public record Figure(
            Indicator indicator,
            String code,
            int fulfilled,
            int notFulfilled,
            int notEstablished,
            int denominator,
            String percent) {}

    /** How one procedure stands. */
    public static Row row(Posted each, WorkingTime time) {
        List<Part> missing = missing(each);
        List<Part> unknown = unknown(each.content());
        State complete =
                !missing.isEmpty() ? State.NOT_FULFILLED : unknown.isEmpty() ? State.FULFILLED : State.NOT_ESTABLISHED;
        boolean province = each.decision() != null && each.decision().contains("UBND");
        return new Row(
                each.code(),
                each.name(),
                each.effectiveFrom(),
                each.decision(),
                each.decided(),
                each.posted(),
                within(
                        each.decided(),
                        each.effectiveFrom(),
                        each.decision() == null ? null : province ? BEFORE_FORCE_PROVINCE : BEFORE_FORCE_MINISTRY,
                        false,
                        time),
                within(
                        each.decided(),
                        each.posted(),
                        each.decision() == null ? null : province ? TO_POST_PROVINCE : TO_POST_MINISTRY,
                        true,
                        time),
                complete,
                missing,
                unknown);
    }

    /** The three figures over rows. */
    public static List<Figure> figures(List<Row> rows) {
        return Arrays.stream(Indicator.values()).map(each -> figure(each, rows)).toList();
    }

    private static Figure figure(Indicator indicator, List<Row> rows) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        rows.forEach(row -> counts.merge(row.of(indicator), 1, Integer::sum));
        int fulfilled = counts.getOrDefault(State.FULFILLED, 0);
        int notFulfilled = counts.getOrDefault(State.NOT_FULFILLED, 0);
        int denominator = fulfilled + notFulfilled;
        String percent = denominator == 0
                ? "N/A"
                : BigDecimal.valueOf(fulfilled)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP)
                        .toPlainString();
        return new Figure(
                indicator,
                indicator.code(),
                fulfilled,
                notFulfilled,
                counts.getOrDefault(State.NOT_ESTABLISHED, 0),
                denominator,
                percent);
    }

    /** Whether there are at least (or at most) so many working days from the decision to a day. */
    private static State within(
            LocalDate decided, LocalDate day, Integer workingDays, boolean atMost, WorkingTime time) {
        if (decided == null || day == null || workingDays == null) {
            return State.NOT_ESTABLISHED;
        }
        if (!atMost) {
            LocalDate latest = time.minusWorkingDays(day, workingDays);
            return decided.isAfter(latest) ? State.NOT_FULFILLED : State.FULFILLED;
        }
        LocalDate limit = decided;
        for (int i = 0; i < workingDays; i++) {
            limit = time.nextWorkingDay(limit);
        }
        boolean kept = !day.isAfter(limit);
        return kept ? State.FULFILLED : State.NOT_FULFILLED;
    }

    private static List<Part> unknown(Procedure content) {
        List<Part> unknown = new ArrayList<>();
        if (content != null && content.beyond().steps().isEmpty()) {
            unknown.add(Part.ORDER_OF_STEPS);
        }
        if (content != null && content.beyond().subjects().isEmpty()) {
            unknown.add(Part.SUBJECTS);
        }
        return unknown;
    }

    private static List<Part> missing(Posted each) {
        Procedure content = each.content();
        if (content == null) {
            return List.of(Part.CONTENT);
        }
        List<Part> missing = new ArrayList<>();
        if (content.name() == null
                || content.name().vi() == null
                || content.name().vi().isBlank()) {
            missing.add(Part.NAME);
        }
        if (content.channels().isEmpty()) {
            missing.add(Part.WAYS_OF_FILING);
        }
        if (content.components().isEmpty() || content.components().stream().anyMatch(paper -> paper.quantity() == 0)) {
            missing.add(Part.PAPERS);
        }
        if (content.limits().isEmpty()) {
            missing.add(Part.TIME_LIMIT);
        }
        if (content.authority() == null || content.authority().isBlank()) {
            missing.add(Part.AGENCY);
        }
        return missing;
    }
}
