package vn.motcua.catalog.unit;

/**
 * A unit this one was formed from.
 *
 * @param id null for a district without communes
 * @param name as the resolution spells it, which may differ from the statistical list
 */
public record Predecessor(String id, String name, String parentName, String provinceName, Part part) {}
