package vn.motcua.intake.dossier;

/**
 * Where a case lies while another unit handles it for the competent one. It gives that unit nothing of the dossier but to read it meanwhile.
 *
 * @param unit not the competent one
 * @param department of that unit
 */
public record Handling(String unit, String department) {}
