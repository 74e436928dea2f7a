package vn.motcua.catalog.imports;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;

/** The bodies of {@code POST /imports/{id}/actions}, chosen by {@code action}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ImportRequest.Submit.class, name = "SUBMIT"),
    @JsonSubTypes.Type(value = ImportRequest.Discard.class, name = "DISCARD"),
    @JsonSubTypes.Type(value = ImportRequest.Release.class, name = "RELEASE"),
    @JsonSubTypes.Type(value = ImportRequest.Decline.class, name = "DECLINE")
})
@Schema(
        discriminatorProperty = "action",
        oneOf = {
            ImportRequest.Submit.class,
            ImportRequest.Discard.class,
            ImportRequest.Release.class,
            ImportRequest.Decline.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "SUBMIT", schema = ImportRequest.Submit.class),
            @DiscriminatorMapping(value = "DISCARD", schema = ImportRequest.Discard.class),
            @DiscriminatorMapping(value = "RELEASE", schema = ImportRequest.Release.class),
            @DiscriminatorMapping(value = "DECLINE", schema = ImportRequest.Decline.class)
        })
sealed interface ImportRequest {
    int TEXT = 2_000;

    /** The action of the table. */
    ImportAction kind();

    /** @param reason why these lists are to be taken, in the editor's words; kept in the history */
    @Schema(name = "SubmitImport")
    record Submit(@NotBlank @Size(max = TEXT) String reason) implements ImportRequest {
        @Override
        public ImportAction kind() {
            return ImportAction.SUBMIT;
        }
    }

    @Schema(name = "DiscardImport")
    record Discard() implements ImportRequest {
        @Override
        public ImportAction kind() {
            return ImportAction.DISCARD;
        }
    }

    /**
     * @param effectiveFrom first legal day of the new versions; null: as it was imported
     * @param decisionNumber of the decision that announces them, with its date; null: not established
     * @param leaveOut whether procedures that changed meanwhile are left as they are; without it such an import is refused whole
     * @param note of who releases, kept in the history; may be left out
     */
    @Schema(name = "ReleaseImport")
    record Release(
            LocalDate effectiveFrom,
            @Size(max = 100) String decisionNumber,
            LocalDate decisionDate,
            boolean leaveOut,
            @Size(max = TEXT) String note)
            implements ImportRequest {
        @Override
        public ImportAction kind() {
            return ImportAction.RELEASE;
        }
    }

    /** @param reason why it shall not be published; kept in the history */
    @Schema(name = "DeclineImport")
    record Decline(@NotBlank @Size(max = TEXT) String reason) implements ImportRequest {
        @Override
        public ImportAction kind() {
            return ImportAction.DECLINE;
        }
    }
}
