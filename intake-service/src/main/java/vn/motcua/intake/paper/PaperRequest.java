package vn.motcua.intake.paper;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

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
    /** What can be entered of a paper without its file. */
    public enum Entered {
        MISSING,
        PRESENTED,
        TAKEN_FROM_DATA,
        REUSED,
        NOT_APPLICABLE
    }
}
