package vn.motcua.catalog.unit;

/** A unit that took over a former one. */
public record Successor(String id, Part part) {}
