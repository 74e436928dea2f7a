package vn.motcua.catalog.procedure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That no amount can be named for a channel, and why. It never means free.
 *
 * @param channel null where the lists name no channel at all
 * @param note the list's own words; null without any
 */
public record OpenFee(Channel channel, Reason reason, String note) {
    /** PROVINCE: set by the provincial People's Council; DEPENDS_ON_CASE: several amounts; NOT_ESTABLISHED: no usable one. */
    @Schema(name = "OpenFeeReason")
    public enum Reason {
        PROVINCE,
        DEPENDS_ON_CASE,
        NOT_ESTABLISHED
    }
}
