package vn.motcua.intake.act;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.intake.deadline.LimitUnit;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.payment.Payment;
import vn.motcua.intake.people.PersonInput;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The bodies of {@code POST …/actions}: one record per action of the table that the API offers, chosen by {@code action}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ActionRequest.Submit.class, name = "SUBMIT"),
    @JsonSubTypes.Type(value = ActionRequest.Receive.class, name = "RECEIVE"),
    @JsonSubTypes.Type(value = ActionRequest.Refuse.class, name = "REFUSE"),
    @JsonSubTypes.Type(value = ActionRequest.AskSupplement.class, name = "ASK_SUPPLEMENT"),
    @JsonSubTypes.Type(value = ActionRequest.Supply.class, name = "SUPPLY"),
    @JsonSubTypes.Type(value = ActionRequest.Abandon.class, name = "ABANDON"),
    @JsonSubTypes.Type(value = ActionRequest.Transfer.class, name = "TRANSFER"),
    @JsonSubTypes.Type(value = ActionRequest.Pay.class, name = "PAY"),
    @JsonSubTypes.Type(value = ActionRequest.AskWithdrawal.class, name = "ASK_WITHDRAWAL"),
    @JsonSubTypes.Type(value = ActionRequest.Confirm.class, name = "CONFIRM"),
    @JsonSubTypes.Type(value = ActionRequest.Deny.class, name = "DENY"),
    @JsonSubTypes.Type(value = ActionRequest.Cancel.class, name = "CANCEL"),
    @JsonSubTypes.Type(value = ActionRequest.Correct.class, name = "CORRECT"),
    @JsonSubTypes.Type(value = ActionRequest.Apologise.class, name = "APOLOGISE")
})
@Schema(
        discriminatorProperty = "action",
        oneOf = {
            ActionRequest.Submit.class,
            ActionRequest.Receive.class,
            ActionRequest.Refuse.class,
            ActionRequest.AskSupplement.class,
            ActionRequest.Supply.class,
            ActionRequest.Abandon.class,
            ActionRequest.Transfer.class,
            ActionRequest.Pay.class,
            ActionRequest.AskWithdrawal.class,
            ActionRequest.Confirm.class,
            ActionRequest.Deny.class,
            ActionRequest.Cancel.class,
            ActionRequest.Correct.class,
            ActionRequest.Apologise.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "SUBMIT", schema = ActionRequest.Submit.class),
            @DiscriminatorMapping(value = "RECEIVE", schema = ActionRequest.Receive.class),
            @DiscriminatorMapping(value = "REFUSE", schema = ActionRequest.Refuse.class),
            @DiscriminatorMapping(value = "ASK_SUPPLEMENT", schema = ActionRequest.AskSupplement.class),
            @DiscriminatorMapping(value = "SUPPLY", schema = ActionRequest.Supply.class),
            @DiscriminatorMapping(value = "ABANDON", schema = ActionRequest.Abandon.class),
            @DiscriminatorMapping(value = "TRANSFER", schema = ActionRequest.Transfer.class),
            @DiscriminatorMapping(value = "PAY", schema = ActionRequest.Pay.class),
            @DiscriminatorMapping(value = "ASK_WITHDRAWAL", schema = ActionRequest.AskWithdrawal.class),
            @DiscriminatorMapping(value = "CONFIRM", schema = ActionRequest.Confirm.class),
            @DiscriminatorMapping(value = "DENY", schema = ActionRequest.Deny.class),
            @DiscriminatorMapping(value = "CANCEL", schema = ActionRequest.Cancel.class),
            @DiscriminatorMapping(value = "CORRECT", schema = ActionRequest.Correct.class),
            @DiscriminatorMapping(value = "APOLOGISE", schema = ActionRequest.Apologise.class)
        })
public sealed interface ActionRequest extends Body {
    String CODE = "[A-Z][A-Z0-9_]{1,63}";
    int TEXT = 2_000;

    /** The action of the table. */
    default Action kind() {
        return Action.valueOf(getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(java.util.Locale.ROOT));
    }

    /**
     * @param handOverAt POST only: when the hand-over record of the post was signed; null where the dossier was opened from one
     * @param assistance only of a dossier that an officer typed for the person, and always there
     */
    record Submit(Instant handOverAt, @Valid Assistance assistance) implements ActionRequest {}

    /**
     * That the person agreed to what was typed for them, after hearing or reading it.
     *
     * @param consent must be true
     */
    record Assistance(boolean consent, @NotNull ReadBack readBack) {}

    /** How the summary came back to the person. */
    enum ReadBack {
        READ_ALOUD,
        ON_SCREEN,
        PRINTED
    }

    /** @param agreedLimit only where the procedure's version has no limit for the channel */
    record Receive(@Valid AgreedLimit agreedLimit) implements ActionRequest {}

    /** A limit agreed with the person, with the reason for it. */
    record AgreedLimit(
            @Min(0) @Max(4000) int amount,
            @NotNull LimitUnit unit,
            LocalTime cutOff,
            @NotBlank @Size(max = TEXT) String reason) {}

    /** @param anotherGround that the words speak of a unit's former name, but not as the only ground; null for no */
    record Refuse(
            @NotNull @Pattern(regexp = CODE) String reasonCode,
            @NotBlank @Size(max = TEXT) String reason,
            Boolean anotherGround)
            implements ActionRequest {}

    /**
     * All items together, once; a further time only on a legal ground.
     *
     * @param anotherGround that the words speak of a unit's former name, but not as the only ground; null for no
     * @param groundCode why papers are asked for once more; null, and looked at by nobody, for the first request
     * @param ground the provision that allows it, in words for form 02; needed for a further request
     */
    record AskSupplement(
            @NotEmpty @Size(max = 60) List<@Valid @NotNull Item> items,
            @NotNull @Pattern(regexp = CODE) String reasonCode,
            @NotBlank @Size(max = TEXT) String reason,
            Boolean anotherGround,
            @Pattern(regexp = CODE) String groundCode,
            @Size(max = TEXT) String ground)
            implements ActionRequest, SupplementGround {}

    /** One paper to be brought, with a note for the person or null. */
    record Item(
            @NotBlank @Size(max = 40) String component,
            @NotNull @Pattern(regexp = CODE) String reasonCode,
            @Size(max = TEXT) String note) {}

    /** @param components what came in; null or empty for all that was asked */
    record Supply(@Size(max = 60) Set<@NotBlank String> components) implements ActionRequest {}

    record Abandon() implements ActionRequest {}

    record Transfer() implements ActionRequest {}

    /**
     * @param payments what is paid; null or empty for all that is open
     * @param amountVnd must be what these add up to
     * @param receipt number of the official receipt, or null
     */
    record Pay(
            @Size(max = 60) Set<@NotNull UUID> payments,
            @Min(1) long amountVnd,
            @NotNull Payment.Method method,
            @Size(max = 40) String receipt)
            implements ActionRequest {}

    record AskWithdrawal(@Size(max = TEXT) String reason) implements ActionRequest {}

    record Confirm() implements ActionRequest {}

    record Deny(@NotNull @Pattern(regexp = CODE) String reasonCode, @NotBlank @Size(max = TEXT) String reason)
            implements ActionRequest {}

    record Cancel() implements ActionRequest {}

    /**
     * Form 04 for a dossier that is late: the director apologises and names a new date, once. The legal due date stays.
     *
     * @param promised in the future, at most a year ahead, within the office hours of a working day of the competent unit
     */
    record Apologise(
            @NotNull @Pattern(regexp = CODE) String reasonCode,
            @NotBlank @Size(max = TEXT) String reason,
            @NotNull Instant promised)
            implements ActionRequest {}

    /** What is wrong is entered anew; null leaves a member as it is. */
    record Correct(
            @NotBlank @Size(max = TEXT) String reason,
            @Valid PersonInput owner,
            @Valid PersonInput submitter,
            @Valid PersonInput helper,
            @Valid PersonInput contact,
            @Pattern(regexp = OpenRequest.UNIT) String returningUnit,
            @Valid OpenRequest.Quantities quantities,
            OpenRequest.ReturnMode returnMode,
            OpenRequest.Language language)
            implements ActionRequest {}
}
