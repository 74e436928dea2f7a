package vn.motcua.notification.feedback;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import vn.motcua.notification.catalogue.UnitId;

import java.util.List;

/** One typed body per act of an officer; what is said in it is sealed. */
final class FeedbackActs {
    private static final int TEXT = 4000;
    private static final int NOTE = 1000;
    private static final String SOME = "(?s)[^\\x00]*\\S[^\\x00]*";

    private FeedbackActs() {}

    /** How a caller confirmed what was read back. */
    enum Confirmed {
        READ_BACK,
        IN_WRITING,
        ELECTRONICALLY
    }

    /** Why nothing can be done with a feedback. */
    enum Rejected {
        NO_MATTER,
        UNREADABLE,
        REPEATED,
        ANSWERED_BEFORE
    }

    /** What was done for a person who came to the wrong body. */
    enum Forwarded {
        GUIDED,
        FORWARDED
    }

    /** Why an answer is not published. */
    enum Withheld {
        ONLY_PERSONAL,
        SECRET,
        PERSON_ASKED
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "AMEND", value = Amend.class),
        @JsonSubTypes.Type(name = "CONFIRM", value = Confirm.class),
        @JsonSubTypes.Type(name = "DROP", value = Drop.class),
        @JsonSubTypes.Type(name = "SCREEN", value = Screen.class),
        @JsonSubTypes.Type(name = "REJECT", value = Reject.class),
        @JsonSubTypes.Type(name = "FORWARD", value = Forward.class),
        @JsonSubTypes.Type(name = "HAND_OVER", value = HandOver.class),
        @JsonSubTypes.Type(name = "ASSIGN", value = Assign.class),
        @JsonSubTypes.Type(name = "ASK", value = Ask.class),
        @JsonSubTypes.Type(name = "REPLY", value = Reply.class),
        @JsonSubTypes.Type(name = "PROPOSE", value = Propose.class),
        @JsonSubTypes.Type(name = "SEND_BACK", value = SendBack.class),
        @JsonSubTypes.Type(name = "APPROVE", value = Approve.class),
        @JsonSubTypes.Type(name = "REDACT", value = Redact.class),
        @JsonSubTypes.Type(name = "RETURN_REDACTION", value = ReturnRedaction.class),
        @JsonSubTypes.Type(name = "PUBLISH", value = Publish.class),
        @JsonSubTypes.Type(name = "TAKE_DOWN", value = TakeDown.class),
        @JsonSubTypes.Type(name = "WITHHOLD", value = Withhold.class)
    })
    @Schema(
            name = "FeedbackAct",
            oneOf = {
                Amend.class, Confirm.class, Drop.class, Screen.class, Reject.class, Forward.class, HandOver.class,
                Assign.class, Ask.class, Reply.class, Propose.class, SendBack.class, Approve.class, Redact.class,
                ReturnRedaction.class, Publish.class, TakeDown.class, Withhold.class
            },
            discriminatorProperty = "action",
            discriminatorMapping = {
                @DiscriminatorMapping(value = "AMEND", schema = Amend.class),
                @DiscriminatorMapping(value = "CONFIRM", schema = Confirm.class),
                @DiscriminatorMapping(value = "DROP", schema = Drop.class),
                @DiscriminatorMapping(value = "SCREEN", schema = Screen.class),
                @DiscriminatorMapping(value = "REJECT", schema = Reject.class),
                @DiscriminatorMapping(value = "FORWARD", schema = Forward.class),
                @DiscriminatorMapping(value = "HAND_OVER", schema = HandOver.class),
                @DiscriminatorMapping(value = "ASSIGN", schema = Assign.class),
                @DiscriminatorMapping(value = "ASK", schema = Ask.class),
                @DiscriminatorMapping(value = "REPLY", schema = Reply.class),
                @DiscriminatorMapping(value = "PROPOSE", schema = Propose.class),
                @DiscriminatorMapping(value = "SEND_BACK", schema = SendBack.class),
                @DiscriminatorMapping(value = "APPROVE", schema = Approve.class),
                @DiscriminatorMapping(value = "REDACT", schema = Redact.class),
                @DiscriminatorMapping(value = "RETURN_REDACTION", schema = ReturnRedaction.class),
                @DiscriminatorMapping(value = "PUBLISH", schema = Publish.class),
                @DiscriminatorMapping(value = "TAKE_DOWN", schema = TakeDown.class),
                @DiscriminatorMapping(value = "WITHHOLD", schema = Withhold.class)
            })
    sealed interface Act
            permits Amend,
                    Confirm,
                    Drop,
                    Screen,
                    Reject,
                    Forward,
                    HandOver,
                    Assign,
                    Ask,
                    Reply,
                    Propose,
                    SendBack,
                    Approve,
                    Redact,
                    ReturnRedaction,
                    Publish,
                    TakeDown,
                    Withhold {}

    /** An officer whom the feedback names. */
    @Schema(name = "ConcernedOfficer")
    record Officer(@NotNull @Pattern(regexp = SOME) @Size(max = 120) String name, @Size(max = 120) String title) {}

    /**
     * The text as the caller corrected it.
     *
     * @param toldBy how the caller wants to be told, with the contact it goes to; null where neither is corrected
     */
    @Schema(
            name = "FeedbackAmend",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "AMEND"))
    record Amend(
            @NotNull Category category,
            @NotNull @Pattern(regexp = SOME) @Size(max = TEXT) String text,
            @Size(max = 200) String contact,
            ToldBy toldBy)
            implements Act {}

    /** The caller heard it read back and confirms it. */
    @Schema(
            name = "FeedbackConfirm",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "CONFIRM"))
    record Confirm(@NotNull Confirmed how) implements Act {}

    /** The caller did not confirm it. */
    @Schema(
            name = "FeedbackDrop",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "DROP"))
    record Drop() implements Act {}

    /**
     * Found valid.
     *
     * @param aboutCounter whether it is about whoever receives at the counter
     * @param concerned officers it names
     */
    @Schema(
            name = "FeedbackScreen",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "SCREEN"))
    record Screen(
            @NotNull Category category, boolean aboutCounter, @Size(max = 10) List<@NotNull @Valid Officer> concerned)
            implements Act {}

    /**
     * Nothing can be done with it.
     *
     * @param repeats number of the feedback it repeats, for REPEATED and ANSWERED_BEFORE
     */
    @Schema(
            name = "FeedbackReject",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "REJECT"))
    record Reject(
            @NotNull Rejected reasonCode,
            @NotNull @Pattern(regexp = SOME) @Size(max = NOTE) String note,
            @Size(max = 20) String repeats)
            implements Act {}

    /**
     * Another body is competent: a unit of the province that uses this hotline, where a feedback that is FORWARDED opens at once, or another
     * one by its name.
     *
     * @param unit of the catalogue; null where the body is none
     * @param body its name; null where a unit is meant
     */
    @Schema(
            name = "FeedbackForward",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "FORWARD"))
    record Forward(
            @NotNull Forwarded how,
            @Pattern(regexp = UnitId.PATTERN) String unit,
            @Pattern(regexp = SOME) @Size(max = 200) String body,
            @NotNull @Pattern(regexp = SOME) @Size(max = NOTE) String note)
            implements Act {}

    /** A complaint or a denunciation leaves for its own track. */
    @Schema(
            name = "FeedbackHandOver",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "HAND_OVER"))
    record HandOver(
            @NotNull HandOverComplaint.Kind kind, @NotNull @Pattern(regexp = SOME) @Size(max = 200) String receiver)
            implements Act {}

    /** Given to an officer of the unit. */
    @Schema(
            name = "FeedbackAssign",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "ASSIGN"))
    record Assign(@NotBlank @Size(max = 200) String assignee) implements Act {}

    /** A question to the person. */
    @Schema(
            name = "FeedbackAsk",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "ASK"))
    record Ask(@NotNull @Pattern(regexp = SOME) @Size(max = TEXT) String question) implements Act {}

    /** What the person told an officer in reply. */
    @Schema(
            name = "FeedbackReply",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "REPLY"))
    record Reply(@NotNull @Pattern(regexp = SOME) @Size(max = TEXT) String text) implements Act {}

    /** The answer, for the director. */
    @Schema(
            name = "FeedbackPropose",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "PROPOSE"))
    record Propose(@NotNull @Pattern(regexp = SOME) @Size(max = TEXT) String answer) implements Act {}

    /** The director wants another answer. */
    @Schema(
            name = "FeedbackSendBack",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "SEND_BACK"))
    record SendBack(@NotNull @Pattern(regexp = SOME) @Size(max = NOTE) String note) implements Act {}

    /** The director lets the answer go. */
    @Schema(
            name = "FeedbackApprove",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "APPROVE"))
    record Approve() implements Act {}

    /** What everybody will read, written anew. */
    @Schema(
            name = "FeedbackRedact",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "REDACT"))
    record Redact(
            @NotNull @Pattern(regexp = SOME) @Size(max = TEXT) String text,
            @NotNull @Pattern(regexp = SOME) @Size(max = TEXT) String answer)
            implements Act {}

    /** The second officer wants another text. */
    @Schema(
            name = "FeedbackReturnRedaction",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "RETURN_REDACTION"))
    record ReturnRedaction(@NotNull @Pattern(regexp = SOME) @Size(max = NOTE) String note) implements Act {}

    /** The second officer has read it. */
    @Schema(
            name = "FeedbackPublish",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "PUBLISH"))
    record Publish() implements Act {}

    /** It should not have been published as it stands. */
    @Schema(
            name = "FeedbackTakeDown",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "TAKE_DOWN"))
    record TakeDown(@NotNull @Pattern(regexp = SOME) @Size(max = NOTE) String note) implements Act {}

    /** It is not published. */
    @Schema(
            name = "FeedbackWithhold",
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "WITHHOLD"))
    record Withhold(@NotNull Withheld reasonCode, @NotNull @Pattern(regexp = SOME) @Size(max = NOTE) String note)
            implements Act {}
}
