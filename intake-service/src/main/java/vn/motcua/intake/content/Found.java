package vn.motcua.intake.content;

/**
 * What a file is.
 *
 * @param mediaType one of {@link Inspection#ACCEPTED}
 * @param pages how many, or null where that is not to be told without laying it out
 */
public record Found(String mediaType, Integer pages) {}
