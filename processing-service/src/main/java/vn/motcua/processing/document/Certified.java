package vn.motcua.processing.document;

/** One line of a certification's statement. */
public record Certified(String statement, String subject, String number, int pages, int copies) {}
