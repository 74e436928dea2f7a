package vn.motcua.platform.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list read by key. {@code next} goes into {@code after} of the following call; null on the last page.
 *
 * @param items at most the limit
 */
public record Page<T>(List<T> items, String next) {

    /** Cuts a list read with one row more than the limit. */
    public static <T> Page<T> of(List<T> limitPlusOne, int limit, Function<T, String> cursor) {
        if (limitPlusOne.size() <= limit) {
            return new Page<>(limitPlusOne, null);
        }
        List<T> items = List.copyOf(limitPlusOne.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }
}
