package vn.motcua.intake.paper;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.LocalDate;

/**
 * What is entered of a paper.
 *
 * @param state what it is now; TAKEN_FROM_DATA where the catalogue names the data that replace it; ATTACHED only comes with its file, MISSING takes back what was entered by mistake
 * @param presentedAs PRESENTED only: in what shape
 * @param quantity PRESENTED only: how many pieces, 1 if null
 * @param held PRESENTED only: whether the original stays with the office until the result
 * @param reason NOT_APPLICABLE: why; REUSED: where the authorities have it; TAKEN_FROM_DATA: what the data show, or null; MISSING: why it
 *     is not here, or null
 * @param validUntil PRESENTED and TAKEN_FROM_DATA: its last day, or null
 */
public record PaperRequest(
        @NotNull Entered state,
        Paper.PresentedAs presentedAs,
        @Min(1) @Max(1000) Integer quantity,
        Boolean held,
        @Size(max = 500) String reason,
        LocalDate validUntil) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /**
     * The last day of a paper as it may be given.
     *
     * @throws ProblemException 400 for a day before 1900 or after 2199
     */
    static LocalDate lastDay(LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw new ProblemException(Problems.VALIDATION).violation("/validUntil", EARLIEST + "…" + LATEST);
        }
        return day;
    }

    /** What can be entered of a paper without its file. */
    public enum Entered {
        MISSING,
        PRESENTED,
        TAKEN_FROM_DATA,
        REUSED,
        NOT_APPLICABLE
    }
}
