package vn.motcua.processing.routing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import vn.motcua.processing.dossier.Brought;

/**
 * One rule: where all that it names fits, the case goes to its department. What is null asks nothing; a rule names something.
 *
 * @param name shown with the case it routed; no personal data
 * @param procedure code of the procedure
 * @param component id of a paper that the version asks for
 * @param receivingUnit where the dossier was received
 * @param channel COUNTER, ONLINE or POST
 * @param returnMode as the dossier tells it
 * @param presented id of a paper that was brought
 * @param notApplicable id of a paper that was marked as not asked for
 * @param pagesAtLeast pages of the originals together
 * @param copiesAtLeast copies of them together
 * @param feesAtLeastVnd all fees of the dossier, in đồng, are at least so much
 * @param feesBelowVnd they are below this
 * @param dueWithinDays the dossier is due at most so many calendar days after its transfer
 */
public record RoutingRule(
        @NotNull @Size(min = 1, max = 100) String name,
        @Pattern(regexp = "[0-9]\\.[0-9]{6}(\\.[A-Y][0-9]{2})?") String procedure,
        @Pattern(regexp = COMPONENT) @Size(max = 60) String component,
        @Pattern(regexp = "[0-9]{2}-[0-9]{5}-[0-9]{8}") String receivingUnit,
        @Pattern(regexp = "COUNTER|ONLINE|POST") String channel,
        @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String returnMode,
        @Pattern(regexp = COMPONENT) @Size(max = 60) String presented,
        @Pattern(regexp = COMPONENT) @Size(max = 60) String notApplicable,
        @Positive @Max(100_000) Integer pagesAtLeast,
        @Positive @Max(100_000) Integer copiesAtLeast,
        @Positive @Max(1_000_000_000_000L) Long feesAtLeastVnd,
        @Positive @Max(1_000_000_000_000L) Long feesBelowVnd,
        @Positive @Max(366) Integer dueWithinDays,
        @NotNull @Size(min = 1, max = 40) String department) {

    private static final String COMPONENT = "[0-9A-Z.]+-[0-9]{2,}";

    boolean fits(RoutingFacts facts) {
        return fits(procedure, facts.procedure())
                && (component == null || facts.components().contains(component))
                && fits(receivingUnit, facts.receivingUnit())
                && fits(channel, facts.channel())
                && fits(returnMode, facts.returnMode())
                && (dueWithinDays == null || facts.daysToDue() != null && facts.daysToDue() <= dueWithinDays)
                && (!asksBrought() || facts.brought() != null && fits(facts.brought()));
    }

    private boolean fits(Brought brought) {
        return (presented == null || brought.has(presented))
                && (notApplicable == null || brought.leavesOut(notApplicable))
                && atLeast(pagesAtLeast, brought.pages())
                && atLeast(copiesAtLeast, brought.copies())
                && (!asksFees() || brought.feesVnd() != null && fitsFees(brought.feesVnd()));
    }

    private boolean fitsFees(long feesVnd) {
        return (feesAtLeastVnd == null || feesVnd >= feesAtLeastVnd)
                && (feesBelowVnd == null || feesVnd < feesBelowVnd);
    }

    private static boolean atLeast(Integer asked, Integer is) {
        return asked == null || is != null && is >= asked;
    }

    private boolean asksFees() {
        return feesAtLeastVnd != null || feesBelowVnd != null;
    }

    private boolean asksBrought() {
        return presented != null
                || notApplicable != null
                || pagesAtLeast != null
                || copiesAtLeast != null
                || asksFees();
    }

    /** Whether no dossier can fit: one paper both ways, or fees from more on than they end below. */
    boolean contradictory() {
        return presented != null && presented.equals(notApplicable)
                || feesAtLeastVnd != null && feesBelowVnd != null && feesAtLeastVnd >= feesBelowVnd;
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
                || dueWithinDays != null
                || asksBrought();
    }
}
