package vn.motcua.platform.paging;

import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

/** How many rows a page may have: 1 to 100, 20 where nothing is said. */
public final class Limit {
    public static final int MOST = 100;

    private Limit() {}

    /** @throws ProblemException {@code validation} outside 1..100 */
    public static int of(Integer asked) {
        if (asked == null) {
            return 20;
        }
        if (asked < 1 || asked > MOST) {
            throw new ProblemException(Problems.VALIDATION).violation("/limit", "1..." + MOST);
        }
        return asked;
    }
}
