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
@JsonSubTypes(@JsonSubTypes.Type(value = VersionRequest.End.class, name = "END"))
@Schema(
        discriminatorProperty = "action",
        oneOf = VersionRequest.End.class,
        discriminatorMapping = @DiscriminatorMapping(value = "END", schema = VersionRequest.End.class))
sealed interface VersionRequest {
    int TEXT = 2_000;

    /**
     * @param lastDay last legal day on which it is in force: today or later
     * @param successors codes that take its place; for REPLACED at least one, for ABOLISHED none
     * @param decisionNumber of the decision that ends it
     * @param reason why, in the officer's words; kept in the history
     */
    @Schema(name = "EndProcedure")
    record End(
            @NotNull LocalDate lastDay,
            @NotNull Ending.Reason endingReason,
            @Size(max = 20) List<@NotNull @Size(max = 20) String> successors,
            @NotBlank @Size(max = 100) String decisionNumber,
            @NotNull LocalDate decisionDate,
            @NotBlank @Size(max = TEXT) String reason)
            implements VersionRequest {}
}
