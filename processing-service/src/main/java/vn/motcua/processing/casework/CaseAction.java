package vn.motcua.processing.casework;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import vn.motcua.processing.checklist.ChecklistAnswer;
import vn.motcua.processing.draft.DraftFault;
import vn.motcua.processing.draft.SaidHow;
import vn.motcua.processing.opinion.OpinionLimit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One typed body per act, told apart by {@code action}. Reasons are codes: no free text enters an event. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @Type(value = CaseAction.Claim.class, name = "CLAIM"),
    @Type(value = CaseAction.Release.class, name = "RELEASE"),
    @Type(value = CaseAction.Reassign.class, name = "REASSIGN"),
    @Type(value = CaseAction.HandOn.class, name = "HAND_ON"),
    @Type(value = CaseAction.Examine.class, name = "EXAMINE"),
    @Type(value = CaseAction.AskOpinion.class, name = "ASK_OPINION"),
    @Type(value = CaseAction.WithdrawOpinion.class, name = "WITHDRAW_OPINION"),
    @Type(value = CaseAction.OfferDraft.class, name = "OFFER_DRAFT"),
    @Type(value = CaseAction.ConfirmDraft.class, name = "CONFIRM_DRAFT"),
    @Type(value = CaseAction.ObjectDraft.class, name = "OBJECT_DRAFT"),
    @Type(value = CaseAction.Accept.class, name = "ACCEPT"),
    @Type(value = CaseAction.Decline.class, name = "DECLINE"),
    @Type(value = CaseAction.Recall.class, name = "RECALL"),
    @Type(value = CaseAction.AskSupplement.class, name = "ASK_SUPPLEMENT"),
    @Type(value = CaseAction.AskPayment.class, name = "ASK_PAYMENT"),
    @Type(value = CaseAction.AskExtension.class, name = "ASK_EXTENSION"),
    @Type(value = CaseAction.Extend.class, name = "EXTEND"),
    @Type(value = CaseAction.Propose.class, name = "PROPOSE"),
    @Type(value = CaseAction.SendBack.class, name = "SEND_BACK"),
    @Type(value = CaseAction.Decide.class, name = "DECIDE"),
    @Type(value = CaseAction.Reissue.class, name = "REISSUE")
})
@Schema(
        requiredProperties = "action",
        properties = @SchemaProperty(name = "action", type = SchemaType.STRING),
        oneOf = {
            CaseAction.Claim.class,
            CaseAction.Release.class,
            CaseAction.Reassign.class,
            CaseAction.HandOn.class,
            CaseAction.Examine.class,
            CaseAction.AskOpinion.class,
            CaseAction.WithdrawOpinion.class,
            CaseAction.OfferDraft.class,
            CaseAction.ConfirmDraft.class,
            CaseAction.ObjectDraft.class,
            CaseAction.Accept.class,
            CaseAction.Decline.class,
            CaseAction.Recall.class,
            CaseAction.AskSupplement.class,
            CaseAction.AskPayment.class,
            CaseAction.AskExtension.class,
            CaseAction.Extend.class,
            CaseAction.Propose.class,
            CaseAction.SendBack.class,
            CaseAction.Decide.class,
            CaseAction.Reissue.class
        },
        discriminatorProperty = "action",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "CLAIM", schema = CaseAction.Claim.class),
            @DiscriminatorMapping(value = "RELEASE", schema = CaseAction.Release.class),
            @DiscriminatorMapping(value = "REASSIGN", schema = CaseAction.Reassign.class),
            @DiscriminatorMapping(value = "HAND_ON", schema = CaseAction.HandOn.class),
            @DiscriminatorMapping(value = "EXAMINE", schema = CaseAction.Examine.class),
            @DiscriminatorMapping(value = "ASK_OPINION", schema = CaseAction.AskOpinion.class),
            @DiscriminatorMapping(value = "WITHDRAW_OPINION", schema = CaseAction.WithdrawOpinion.class),
            @DiscriminatorMapping(value = "OFFER_DRAFT", schema = CaseAction.OfferDraft.class),
            @DiscriminatorMapping(value = "CONFIRM_DRAFT", schema = CaseAction.ConfirmDraft.class),
            @DiscriminatorMapping(value = "OBJECT_DRAFT", schema = CaseAction.ObjectDraft.class),
            @DiscriminatorMapping(value = "ACCEPT", schema = CaseAction.Accept.class),
            @DiscriminatorMapping(value = "DECLINE", schema = CaseAction.Decline.class),
            @DiscriminatorMapping(value = "RECALL", schema = CaseAction.Recall.class),
            @DiscriminatorMapping(value = "ASK_SUPPLEMENT", schema = CaseAction.AskSupplement.class),
            @DiscriminatorMapping(value = "ASK_PAYMENT", schema = CaseAction.AskPayment.class),
            @DiscriminatorMapping(value = "ASK_EXTENSION", schema = CaseAction.AskExtension.class),
            @DiscriminatorMapping(value = "EXTEND", schema = CaseAction.Extend.class),
            @DiscriminatorMapping(value = "PROPOSE", schema = CaseAction.Propose.class),
            @DiscriminatorMapping(value = "SEND_BACK", schema = CaseAction.SendBack.class),
            @DiscriminatorMapping(value = "DECIDE", schema = CaseAction.Decide.class),
            @DiscriminatorMapping(value = "REISSUE", schema = CaseAction.Reissue.class)
        })
sealed interface CaseAction {
    String CODE = "[A-Z][A-Z0-9_]{1,63}";

    /** The act of the table that this body asks for: the one it is named after in the API. */
    default Act act() {
        return NamedActs.of(getClass());
    }

    /** The fencing number of the caller's claim; null where the body carries none. */
    default Long fence() {
        return null;
    }

    /** Takes a free case; with the number of one's own claim, renews its lease. */
    record Claim(Long fence) implements CaseAction {}

    /** Gives a claimed case back to the queue; a director needs no fencing number. */
    record Release(Long fence) implements CaseAction {}

    /**
     * Gives a case to a named officer.
     *
     * @param assignee subject of that officer's account
     * @param assigneeName shown as the holder; never leaves this service
     */
    record Reassign(
            @NotNull @Size(min = 1, max = 100) String assignee, @NotNull @Size(min = 1, max = 100) String assigneeName)
            implements CaseAction {}

    /**
     * Gives a case to another department, or to a department of another commune of the province; a director needs no fencing number.
     *
     * @param toUnit of the department; null for the unit where the case lies; a former unit stands for the one it was merged into
     */
    record HandOn(
            Long fence,
            @Pattern(regexp = "[0-9]{2}-[0-9]{5}-[0-9]{8}") String toUnit,
            @NotNull @Size(min = 1, max = 40) String toDepartment)
            implements CaseAction {}

    /**
     * Writes down what the examination found.
     *
     * @param findings of items of the checklist; may be empty where there is a note
     * @param note of the department about the whole; stays inside the service
     */
    record Examine(
            @NotNull Long fence,
            @Size(max = 100) List<@Valid @NotNull Finding> findings,
            @Size(min = 1, max = 4000) String note)
            implements CaseAction {

        /** What was found of one item; NOT_MET says why. */
        record Finding(
                @NotNull @Size(min = 1, max = 60) String item,
                @NotNull ChecklistAnswer answer,
                @Size(min = 1, max = 1000) String note) {}
    }

    /** Takes over what another department handed on, without claiming it; who claims it has accepted it. */
    record Accept() implements CaseAction {}

    /** Gives back what another department handed on. */
    record Decline(@NotNull @Pattern(regexp = CODE) String reasonCode) implements CaseAction {}

    /** Takes back into the competent unit what another unit handles. */
    record Recall(@NotNull @Pattern(regexp = CODE) String reasonCode) implements CaseAction {}

    /**
     * Asks another department, or a department of another commune of the province, what it thinks or knows.
     *
     * @param toUnit of the department; null for the case's own unit; a former unit stands for the one it was merged into
     * @param question stays inside the service
     * @param amount of the asked unit's working time until the answer is due, in {@code limit}; left out for another commune, it has 3 working days
     */
    record AskOpinion(
            @NotNull Long fence,
            @Pattern(regexp = "[0-9]{2}-[0-9]{5}-[0-9]{8}") String toUnit,
            @NotNull @Size(min = 1, max = 40) String toDepartment,
            @NotNull @Size(min = 1, max = 2000) String question,
            @Positive @Max(60) Integer amount,
            OpinionLimit limit)
            implements CaseAction {}

    /** Takes a question back that needs no answer any more. */
    record WithdrawOpinion(
            @NotNull Long fence, @NotNull UUID opinion, @NotNull @Pattern(regexp = CODE) String reasonCode)
            implements CaseAction {}

    /** Offers the composed result to the person, who confirms it or says what is wrong; silence in the time they have is consent. */
    record OfferDraft(@NotNull Long fence, @NotNull UUID resultId) implements CaseAction {}

    /** The person agrees to this offer, as they told the desk. */
    record ConfirmDraft(@NotNull UUID draft, @NotNull SaidHow how) implements CaseAction {}

    /** What the person finds wrong with this offer, as they told the desk; their words stay inside the service. */
    record ObjectDraft(
            @NotNull UUID draft,
            @NotNull SaidHow how,
            @NotNull DraftFault fault,
            @NotBlank @Size(max = 2000) String text)
            implements CaseAction {}

    /**
     * Asks the person for papers, all at once.
     *
     * @param groundCode the legal ground of asking once more, without which intake refuses; null for the first request
     */
    record AskSupplement(
            @NotNull Long fence,
            @NotEmpty @Size(max = 60) List<@Valid @NotNull Item> items,
            @NotNull @Pattern(regexp = CODE) String reasonCode,
            @Pattern(regexp = CODE) String groundCode)
            implements CaseAction {

        /** One paper and what is wrong with it. */
        record Item(
                @NotNull @Size(min = 1, max = 60) String component,
                @NotNull @Pattern(regexp = CODE) String reasonCode) {}
    }

    /** Asks the person for a payment that became known in processing, in đồng. */
    record AskPayment(
            @NotNull Long fence,
            @Positive @Max(1_000_000_000_000L) long amountVnd,
            @NotNull @Pattern(regexp = CODE) String reasonCode)
            implements CaseAction {}

    /** Asks the director for a later due date. */
    record AskExtension(
            @NotNull Long fence, @NotNull Instant newDue, @NotNull @Pattern(regexp = CODE) String reasonCode)
            implements CaseAction {}

    /** Grants the extension as it was asked for. */
    record Extend() implements CaseAction {}

    /**
     * Lays a decision before the approver.
     *
     * @param groundCode the legal ground, needed unless all is granted
     * @param resultId the uploaded result
     * @param withoutOpinions why it is proposed although an opinion is late; needed then, stays inside the service
     */
    record Propose(
            @NotNull Long fence,
            @NotNull DecisionKind decisionKind,
            @Pattern(regexp = CODE) String groundCode,
            @NotNull UUID resultId,
            @Size(min = 1, max = 1000) String withoutOpinions)
            implements CaseAction {}

    /** Returns a proposal to the one who made it. */
    record SendBack(@NotNull @Pattern(regexp = CODE) String reasonCode) implements CaseAction {}

    /** Decides as proposed. */
    record Decide() implements CaseAction {}

    /** Replaces a wrong result by a newly uploaded one. */
    record Reissue(@NotNull UUID resultId) implements CaseAction {}
}
