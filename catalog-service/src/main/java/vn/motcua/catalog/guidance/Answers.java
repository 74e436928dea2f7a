package vn.motcua.catalog.guidance;

import vn.motcua.catalog.procedure.Channel;

import java.util.Set;

/**
 * What somebody answered; nothing in it says who. Null and empty mean: not answered.
 *
 * @param cases keys of {@link Choice}, {@link #NONE}, {@link #SELF}
 * @param pages of one original
 * @param copies of each
 */
public record Answers(
        Set<String> cases, Integer pages, Integer copies, Channel channel, ReturnMode returnMode, String unit) {
    /** None of the listed cases. */
    public static final String NONE = "none";

    /** Nobody files for the person. */
    public static final String SELF = "self";

    /** How the result is to be handed over. */
    public enum ReturnMode {
        COUNTER,
        POST,
        ELECTRONIC
    }

    /** Nothing answered yet. */
    public static Answers none() {
        return new Answers(Set.of(), null, null, null, null, null);
    }
}
