package vn.motcua.processing.signature;

/**
 * Who signs, in official capacity.
 *
 * @param subject of the account, by which the key is found
 * @param place where it is signed: the name of the unit
 */
public record Signatory(String subject, String name, String title, String place) {}
