package vn.motcua.catalog.procedure;

/** A name in Vietnamese and, where one is established, in English (else null). */
public record Name(String vi, String en) {}
