package vn.motcua.platform.problem;

/**
 * One entry of the closed list of problems a service may answer with (RFC 9457). The slug becomes the relative type
 * {@code /problems/<slug>} and the key of its texts in {@code problems_vi.properties} and {@code problems_en.properties}.
 */
public interface ProblemType {
    /** Lower-case words joined by hyphens; never changes once published. */
    String slug();

    /** HTTP status. */
    int status();
}
