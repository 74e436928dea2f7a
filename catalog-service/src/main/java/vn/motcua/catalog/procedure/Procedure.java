package vn.motcua.catalog.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/**
 * What one version of a procedure says. Empty limits: none is established and no date may be promised. No fee for a
 * channel: not established, which is not the same as free.
 *
 * @param code national code, e.g. {@code 2.000815}
 * @param level as the national portal states it
 * @param department of the commune that handles it, or {@code unrouted}
 * @param singleHand may be decided without a second officer
 * @param sameDay a counting limit is SAME_DAY
 * @param channels ways of filing the lists name; empty: not established
 * @param limits the one that counts per channel
 * @param otherLimits shorter ones of the same channels, shown with their description
 * @param lapseAfterWorkingDays after which an unanswered supplement request ends the dossier; null: never by itself
 * @param serviceLevel full, partial or null
 * @param legalBasis numbers of the documents, in the list's order
 * @param further what editors added; absent from JSON where there is nothing, so that what the lists say keeps its fingerprint
 */
public record Procedure(
        String code,
        Name name,
        String field,
        String level,
        String department,
        boolean singleHand,
        boolean sameDay,
        List<Channel> channels,
        List<Limit> limits,
        List<Limit> otherLimits,
        List<Fee> fees,
        List<OpenFee> openFees,
        List<Component> components,
        List<Result> results,
        Integer lapseAfterWorkingDays,
        String lapseGround,
        String serviceLevel,
        String authority,
        List<String> legalBasis,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) Further further) {
    public Procedure {
        further = Further.NOTHING.equals(further) ? null : further;
    }

    /** The fees of a way of filing: rows of its own win over rows for all. */
    public List<Fee> feesOf(Channel channel) {
        List<Fee> own = feesNaming(channel);
        return own.isEmpty() ? feesNaming(null) : own;
    }

    /** Why no amount can be named for a way of filing; null where one is, or where nothing is said. */
    public OpenFee openFeeOf(Channel channel) {
        boolean own = !feesNaming(channel).isEmpty();
        return openFees.stream()
                .filter(each -> each.channel() == channel || each.channel() == null && !own)
                .findFirst()
                .orElse(null);
    }

    private List<Fee> feesNaming(Channel channel) {
        return fees.stream().filter(fee -> fee.channel() == channel).toList();
    }

    /** What is said beyond the lists; nothing where nothing is. */
    public Further beyond() {
        return further == null ? Further.NOTHING : further;
    }
}
