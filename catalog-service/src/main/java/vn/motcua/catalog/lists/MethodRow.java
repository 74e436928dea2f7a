package vn.motcua.catalog.lists;

import vn.motcua.catalog.procedure.Channel;
import vn.motcua.catalog.procedure.LimitUnit;

/** A row of {@code procedure_methods.csv}: limit and fee of one channel as the portal publishes them. */
record MethodRow(
        String code,
        Channel channel,
        Integer limit,
        LimitUnit limitUnit,
        Long feeVnd,
        boolean abroad,
        String feeNote,
        String description,
        String source) {
    /** A bare number without a unit is not a limit. */
    boolean hasLimit() {
        return limit != null && limitUnit != null && !abroad;
    }

    /** The list's own words about the fee; null without any. */
    String words() {
        return feeNote != null ? feeNote : description;
    }
}
