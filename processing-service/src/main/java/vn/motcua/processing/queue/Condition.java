package vn.motcua.processing.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A part of a statement's {@code where} with the values of its question marks. */
record Condition(String sql, List<Object> values) {
    static final Condition TRUE = new Condition("true");

    Condition(String sql, Object... values) {
        this(sql, Arrays.asList(values));
    }

    Condition and(String more, Object... moreValues) {
        return and(new Condition(more, moreValues));
    }

    Condition and(Condition other) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new Condition(sql + " and " + other.sql, both);
    }
}
