package vn.motcua.processing.draft;

/**
 * That the person sees a draft before the result is proposed.
 *
 * @param workingDays of the competent unit that the person has to answer; silence after that is consent
 * @param source the provision it stands in, in the language of the law
 */
public record DraftRule(int version, int workingDays, String source) {}
