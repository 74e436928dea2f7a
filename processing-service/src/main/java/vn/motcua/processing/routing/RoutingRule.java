package vn.motcua.processing.routing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * One rule: where all that it names fits, the case goes to its department. What is null asks nothing; a rule names something.
 *
 * @param name shown with the case it routed; no personal data
 * @param procedure code of the procedure
 * @param component id of a paper that the version asks for
 * @param receivingUnit where the dossier was received
 * @param channel COUNTER, ONLINE or POST
 * @param returnMode as the dossier tells it
 * @param dueWithinDays the dossier is due at most so many calendar days after its transfer
 */
public record RoutingRule(
        @NotNull @Size(min = 1, max = 100) String name,
        @Pattern(regexp = "[0-9]\\.[0-9]{6}(\\.[A-Y][0-9]{2})?") String procedure,
        @Pattern(regexp = "[0-9A-Z.]+-[0-9]{2,}") @Size(max = 60) String component,
        @Pattern(regexp = "[0-9]{2}-[0-9]{5}-[0-9]{8}") String receivingUnit,
        @Pattern(regexp = "COUNTER|ONLINE|POST") String channel,
        @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String returnMode,
        @Positive @Max(366) Integer dueWithinDays,
        @NotNull @Size(min = 1, max = 40) String department) {

    boolean fits(RoutingFacts facts) {
        return fits(procedure, facts.procedure())
                && (component == null || facts.components().contains(component))
                && fits(receivingUnit, facts.receivingUnit())
                && fits(channel, facts.channel())
                && fits(returnMode, facts.returnMode())
                && (dueWithinDays == null || facts.daysToDue() != null && facts.daysToDue() <= dueWithinDays);
    }

    private static boolean fits(String asked, String is) {
        return asked == null || asked.equals(is);
    }

    /** Whether it asks anything at all. */
    @JsonIgnore
    boolean asksSomething() {
        return procedure != null
                || component != null
                || receivingUnit != null
                || channel != null
                || returnMode != null
                || dueWithinDays != null;
    }
}
