package vn.motcua.processing.result;

/**
 * The words of a result made from the template.
 *
 * @param body paragraphs, parted by line breaks
 */
public record Composed(String title, String body) {}
