package vn.motcua.catalog.version;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.catalog.procedure.Ending;

import java.time.LocalDate;
import java.util.List;

/** The bodies of {@code POST /procedures/{code}/actions}, chosen by {@code action}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VersionRequest.ProposeEnd.class, name = "PROPOSE_END"),
    @JsonSubTypes.Type(value = VersionRequest.End.class, name = "END"),
    @JsonSubTypes.Type(value = VersionRequest.DeclineEnd.class, name = "DECLINE_END")
})
@Schema(
        discriminatorProperty = "action",
        oneOf = {VersionRequest.ProposeEnd.class, VersionRequest.End.class, VersionRequest.DeclineEnd.class},
        discriminatorMapping = {
            @DiscriminatorMapping(value = "PROPOSE_END", schema = VersionRequest.ProposeEnd.class),
            @DiscriminatorMapping(value = "END", schema = VersionRequest.End.class),
            @DiscriminatorMapping(value = "DECLINE_END", schema = VersionRequest.DeclineEnd.class)
        })
sealed interface VersionRequest {
    int TEXT = 2_000;

    /**
     * @param lastDay last legal day on which it is in force: today or later
     * @param successors codes that take its place; for REPLACED at least one, for ABOLISHED none
     * @param decisionNumber of the decision that ends it
     * @param reason why, in the officer's words; kept in the history
     */
    @Schema(name = "ProposeEndOfProcedure")
    record ProposeEnd(
            @NotNull LocalDate lastDay,
            @NotNull Ending.Reason endingReason,
            @Size(max = 20) List<@NotNull @Size(max = 20) String> successors,
            @NotBlank @Size(max = 100) String decisionNumber,
            @NotNull LocalDate decisionDate,
            @NotBlank @Size(max = TEXT) String reason)
            implements VersionRequest {}

    /** @param note of who decides, kept in the history; may be left out */
    @Schema(name = "EndProcedure")
    record End(@Size(max = TEXT) String note) implements VersionRequest {}

    /** @param reason why it shall not end so; kept in the history */
    @Schema(name = "DeclineEndOfProcedure")
    record DeclineEnd(@NotBlank @Size(max = TEXT) String reason) implements VersionRequest {}
}
