package vn.motcua.notification.giveback;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import vn.motcua.notification.collection.Collected;
import vn.motcua.notification.consignment.Consignment;

import java.time.Instant;

/** An act of reception on a return: one typed body each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "HAND_OVER", value = Act.HandOverAct.class),
    @JsonSubTypes.Type(name = "GIVE_PAPER", value = Act.GivePaperAct.class),
    @JsonSubTypes.Type(name = "POST", value = Act.PostAct.class),
    @JsonSubTypes.Type(name = "DELIVERED", value = Act.DeliveredAct.class),
    @JsonSubTypes.Type(name = "UNDELIVERABLE", value = Act.UndeliverableAct.class),
    @JsonSubTypes.Type(name = "SHELVE", value = Act.ShelveAct.class),
    @JsonSubTypes.Type(name = "FOUND", value = Act.FoundAct.class),
    @JsonSubTypes.Type(name = "SEND_ON", value = Act.SendOnAct.class),
    @JsonSubTypes.Type(name = "ARRIVE", value = Act.ArriveAct.class)
})
@Schema(
        oneOf = {
            Act.HandOverAct.class,
            Act.GivePaperAct.class,
            Act.PostAct.class,
            Act.DeliveredAct.class,
            Act.UndeliverableAct.class,
            Act.ShelveAct.class,
            Act.FoundAct.class,
            Act.SendOnAct.class,
            Act.ArriveAct.class
        },
        discriminatorProperty = "action",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "HAND_OVER", schema = Act.HandOverAct.class),
            @DiscriminatorMapping(value = "GIVE_PAPER", schema = Act.GivePaperAct.class),
            @DiscriminatorMapping(value = "POST", schema = Act.PostAct.class),
            @DiscriminatorMapping(value = "DELIVERED", schema = Act.DeliveredAct.class),
            @DiscriminatorMapping(value = "UNDELIVERABLE", schema = Act.UndeliverableAct.class),
            @DiscriminatorMapping(value = "SHELVE", schema = Act.ShelveAct.class),
            @DiscriminatorMapping(value = "FOUND", schema = Act.FoundAct.class),
            @DiscriminatorMapping(value = "SEND_ON", schema = Act.SendOnAct.class),
            @DiscriminatorMapping(value = "ARRIVE", schema = Act.ArriveAct.class)
        })
sealed interface Act {

    /**
     * {@code {"action": "HAND_OVER", "collector": "OWNER", "how": "SLIP"}}.
     *
     * @param person who came; required with {@code proxy} for AUTHORISED, without it for the others
     * @param signature on the pad or on paper, null where nothing is kept of it
     */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "HAND_OVER"))
    record HandOverAct(
            @NotNull HandOver.Collector collector,
            @NotNull HandOver.How how,
            @Valid Collected.Person person,
            @Valid Collected.Signature signature)
            implements Act {}

    /** The paper of a result that lies in the inbox, or that was issued anew after its return, by the same rules as a hand-over. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "GIVE_PAPER"))
    record GivePaperAct(
            @NotNull HandOver.Collector collector,
            @NotNull HandOver.How how,
            @Valid Collected.Person person,
            @Valid Collected.Signature signature)
            implements Act {}

    /** Made up for the post; once more as long as the postman has not taken it. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "POST"))
    record PostAct(@NotNull @Valid Consignment.Contents consignment) implements Act {}

    /**
     * The addressee signed for it.
     *
     * @param at between the hand-over to the postman and now; null with {@code signedBy} where it was told before and the dossier refused it
     */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "DELIVERED"))
    record DeliveredAct(Instant at, @Pattern(regexp = "(?s).*\\S.*") @Size(max = 200) String signedBy) implements Act {}

    /** It came back, or got lost. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "UNDELIVERABLE"))
    record UndeliverableAct(@NotNull Instant at, @NotNull Consignment.Failure reasonCode) implements Act {}

    /** Laid on the shelf, or elsewhere on it, to be fetched or sent once more; the place by its code of the unit. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "SHELVE"))
    record ShelveAct(@Pattern(regexp = Shelf.PLACE) String place) implements Act {}

    /** Reported as lost or not delivered, it has turned up: it is on its way again, and what becomes of it is told by the next act. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "FOUND"))
    record FoundAct() implements Act {}

    /** Given to the way to the centre that returns it now, by the unit where it lies. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "SEND_ON"))
    record SendOnAct() implements Act {}

    /** It has arrived at the centre that returns it. */
    @Schema(
            requiredProperties = "action",
            properties = @SchemaProperty(name = "action", type = SchemaType.STRING, enumeration = "ARRIVE"))
    record ArriveAct() implements Act {}
}
