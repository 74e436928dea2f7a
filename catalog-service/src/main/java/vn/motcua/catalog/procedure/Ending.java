package vn.motcua.catalog.procedure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * Why a procedure is no more after the last day of its last version, and what takes its place.
 *
 * @param successors codes, in the order given; empty for an abolished one
 * @param decision that ends it
 */
public record Ending(Reason reason, List<String> successors, Announcement decision) {
    /** REPLACED names its successors; ABOLISHED has none. */
    @Schema(name = "EndingReason")
    public enum Reason {
        REPLACED,
        ABOLISHED
    }
}
