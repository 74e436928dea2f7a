package vn.motcua.catalog.search;

/** A field with the number of its procedures in force. */
public record FieldCount(String field, int procedures) {}
