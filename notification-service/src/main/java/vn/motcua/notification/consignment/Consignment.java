package vn.motcua.notification.consignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What goes back to one address by post (Decision 45/2016/QĐ-TTg Arts 8, 10): the result, and the originals that are given back with it.
 *
 * @param result whether the result lies in it; false where only originals go back
 * @param preparedAt when it was made up
 * @param officer in official capacity, null where not known
 * @param listId of the list by which the postman took it, null until then
 * @param replacedAt since when the result in it is not the newest, null while it is
 * @param outcome what became of it
 */
public record Consignment(
        UUID id,
        UUID dossierId,
        String unit,
        Contents contents,
        boolean result,
        Instant preparedAt,
        String officer,
        UUID listId,
        Instant dispatchedAt,
        Instant replacedAt,
        Outcome outcome) {
    /** Number of a consignment slip as posts write them. */
    public static final String SLIP = "[0-9A-Za-z][0-9A-Za-z./-]{3,39}";

    private static final int MOST_ORIGINALS = 60;
    private static final long MOST_POSTAGE = 100_000_000;

    /**
     * As it is made up.
     *
     * @param slip kept in capitals, however it is typed
     * @param originals what is given back with the result; may be empty
     * @param postageVnd what the post collects from the person for its service, separate from fees and charges (Art. 12)
     */
    @Schema(name = "ConsignmentContents")
    public record Contents(
            @NotNull @Pattern(regexp = SLIP) String slip,
            @NotNull @Valid Recipient recipient,
            @NotNull @Size(max = MOST_ORIGINALS) List<@NotNull @Valid Original> originals,
            @Min(0) @Max(MOST_POSTAGE) long postageVnd) {
        public Contents {
            slip = slip == null ? null : slip.toUpperCase(Locale.ROOT);
        }
    }

    /** Where it goes; the phone may be null. */
    public record Recipient(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 300) String address,
            @Pattern(regexp = "[0-9+ ().-]{8,20}") String phone) {}

    /** An original that goes back, by its component of the published list. */
    @Schema(name = "OriginalBack")
    public record Original(
            @NotNull @Pattern(regexp = "[0-9A-Z.-]{3,40}|along-[0-9]{1,3}") String component,
            @Min(1) @Max(1000) int pieces) {}

    /** Why it came back, or did not arrive. */
    public enum Failure {
        ADDRESSEE_UNKNOWN,
        ADDRESSEE_AWAY,
        NOT_TAKEN,
        LOST,
        DAMAGED,
        /** The result was issued anew while it was under way. */
        REPLACED
    }

    /** Whether it is lost and nothing was issued in its place. */
    public boolean lost() {
        return outcome.failure == Failure.LOST && replacedAt == null;
    }

    /**
     * What became of it; all null while it is on its way.
     *
     * @param signedBy who signed for it
     */
    public record Outcome(Instant deliveredAt, String signedBy, Instant failedAt, Failure failure) {}
}
