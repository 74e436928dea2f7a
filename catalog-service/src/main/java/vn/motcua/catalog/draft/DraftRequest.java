package vn.motcua.catalog.draft;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;

/** The bodies of {@code POST /drafts/{id}/actions}, chosen by {@code action}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DraftRequest.Submit.class, name = "SUBMIT"),
    @JsonSubTypes.Type(value = DraftRequest.Discard.class, name = "DISCARD"),
    @JsonSubTypes.Type(value = DraftRequest.Approve.class, name = "APPROVE"),
    @JsonSubTypes.Type(value = DraftRequest.SendBack.class, name = "SEND_BACK"),
    @JsonSubTypes.Type(value = DraftRequest.Publish.class, name = "PUBLISH")
})
@Schema(
        discriminatorProperty = "action",
        oneOf = {
            DraftRequest.Submit.class,
            DraftRequest.Discard.class,
            DraftRequest.Approve.class,
            DraftRequest.SendBack.class,
            DraftRequest.Publish.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "SUBMIT", schema = DraftRequest.Submit.class),
            @DiscriminatorMapping(value = "DISCARD", schema = DraftRequest.Discard.class),
            @DiscriminatorMapping(value = "APPROVE", schema = DraftRequest.Approve.class),
            @DiscriminatorMapping(value = "SEND_BACK", schema = DraftRequest.SendBack.class),
            @DiscriminatorMapping(value = "PUBLISH", schema = DraftRequest.Publish.class)
        })
sealed interface DraftRequest {
    int TEXT = 2_000;

    /** The action of the table. */
    DraftAction kind();

    /** Why, in the officer's words; null where nothing more is said than who wrote the draft did. */
    default String reason() {
        return null;
    }

    /** @param reason kept in the history; left out: as the draft says */
    @Schema(name = "SubmitDraft")
    record Submit(@Size(max = TEXT) String reason) implements DraftRequest {
        @Override
        public DraftAction kind() {
            return DraftAction.SUBMIT;
        }
    }

    /** @param reason why it is not to be; what the draft says cannot tell */
    @Schema(name = "DiscardDraft")
    record Discard(@NotBlank @Size(max = TEXT) String reason) implements DraftRequest {
        @Override
        public DraftAction kind() {
            return DraftAction.DISCARD;
        }
    }

    /** @param reason kept in the history; left out: as the draft says */
    @Schema(name = "ApproveDraft")
    record Approve(@Size(max = TEXT) String reason) implements DraftRequest {
        @Override
        public DraftAction kind() {
            return DraftAction.APPROVE;
        }
    }

    @Schema(name = "SendBackDraft")
    record SendBack(@NotBlank @Size(max = TEXT) String reason) implements DraftRequest {
        @Override
        public DraftAction kind() {
            return DraftAction.SEND_BACK;
        }
    }

    /**
     * @param effectiveFrom first legal day; null: as the draft says
     * @param reason kept in the history; left out: as the draft says
     */
    @Schema(name = "PublishDraft")
    record Publish(LocalDate effectiveFrom, @Size(max = TEXT) String reason) implements DraftRequest {
        @Override
        public DraftAction kind() {
            return DraftAction.PUBLISH;
        }
    }
}
