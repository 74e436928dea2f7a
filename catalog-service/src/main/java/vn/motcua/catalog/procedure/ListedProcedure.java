package vn.motcua.catalog.procedure;

/** A version in a list: enough to name it and to read the rest later. */
public record ListedProcedure(String code, int version, String name, String field) {}
