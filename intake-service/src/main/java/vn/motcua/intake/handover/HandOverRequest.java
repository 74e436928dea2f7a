package vn.motcua.intake.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.intake.paper.Paper;
import vn.motcua.intake.people.PersonInput;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A hand-over record as reception enters it with the postman (Decision 45/2016 Art. 7).
 *
 * @param unit that takes over, one of the officer's
 * @param handedOverAt when it is signed, as far as is known while counting: past, and not before the last working day
 * @param items may be empty while it is open
 */
public record HandOverRequest(
        @NotNull @Pattern(regexp = UNIT) String unit,
        @NotNull Instant handedOverAt,
        @NotNull @Valid Postman postman,
        @NotNull @Size(max = MOST) List<@NotNull @Valid Item> items) {
    static final String UNIT = "[0-9]{2}-[0-9]{5}-[0-9]{8}";
    static final String PROCEDURE = "[0-9]\\.[0-9]{6}(\\.[A-Z][0-9]{2})?";

    /** Number of a consignment slip as posts write them. */
    static final String SLIP = "[0-9A-Za-z][0-9A-Za-z./-]{3,39}";

    /** Most items of one record. */
    static final int MOST = 200;

    /** Most papers listed on one slip. */
    static final int MOST_DOCUMENTS = 60;

    /** Who hands over for the post. */
    @Schema(name = "Postman")
    public record Postman(
            @NotBlank @Size(max = 120) String name, @NotNull @Pattern(regexp = "[0-9A-Za-z./-]{1,40}") String number) {}

    /**
     * One consignment: one dossier of one sender.
     *
     * @param slip kept in capitals, however it is typed
     */
    @Schema(name = "HandOverItem")
    public record Item(
            @NotNull @Pattern(regexp = SLIP) String slip,
            @NotNull @Valid PersonInput sender,
            @NotNull @Pattern(regexp = PROCEDURE) String procedureCode,
            @NotNull @Size(min = 1, max = MOST_DOCUMENTS) List<@NotNull @Valid Document> documents) {
        public Item {
            slip = slip == null ? null : slip.toUpperCase(Locale.ROOT);
        }

        boolean complete() {
            return documents.stream().allMatch(Document::complete);
        }
    }

    /**
     * One paper listed on the slip, and what was found of it.
     *
     * @param component of the published list; null for a paper beside it, which has a name
     * @param name null for a paper of the published list
     * @param listed pieces the slip names
     * @param found pieces that were counted
     * @param held whether they stay here and go back to the sender with the result (Art. 8(3)); null where originals do and nothing else
     * @param note what else was seen, or null
     */
    @Schema(name = "HandOverDocument")
    public record Document(
            @Size(min = 1, max = 40) String component,
            @Size(min = 1, max = 300) String name,
            @NotNull Shape as,
            @Min(1) @Max(1000) int listed,
            @Min(0) @Max(1000) int found,
            Boolean held,
            @Size(max = 500) String note) {
        boolean goesBack() {
            return held == null ? as == Shape.ORIGINAL : held;
        }

        boolean complete() {
            return found >= listed;
        }
    }

    /** In what shape a paper lies in an envelope. */
    @Schema(name = "HandOverShape")
    public enum Shape {
        ORIGINAL,
        CERTIFIED,
        COPY;

        Paper.PresentedAs presented() {
            return Paper.PresentedAs.valueOf(name());
        }
    }
}
