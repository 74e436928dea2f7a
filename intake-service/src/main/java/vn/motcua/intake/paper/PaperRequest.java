package vn.motcua.intake.paper;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What is entered of a paper.
 *
 * @param state what it is now; ATTACHED only comes with its file, MISSING takes back what was entered by mistake
 * @param presentedAs PRESENTED only: in what shape
 * @param quantity PRESENTED only: how many pieces, 1 if null
 * @param held PRESENTED only: whether the original stays with the office until the result
 * @param reason NOT_APPLICABLE: why; REUSED: where the data are
 */
public record PaperRequest(
        @NotNull Entered state,
        Paper.PresentedAs presentedAs,
        @Min(1) @Max(1000) Integer quantity,
        Boolean held,
        @Size(max = 500) String reason) {
    /** What can be entered of a paper without its file. */
    public enum Entered {
        MISSING,
        PRESENTED,
        REUSED,
        NOT_APPLICABLE
    }
}
