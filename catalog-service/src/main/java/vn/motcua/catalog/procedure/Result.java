package vn.motcua.catalog.procedure;

/** A result of the procedure with its national code, null where none is published. */
public record Result(String name, String code) {}
