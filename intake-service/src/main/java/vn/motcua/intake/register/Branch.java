package vn.motcua.intake.register;

import java.util.ArrayList;
import java.util.List;

/**
 * One way of seeing dossiers, on an index in the order of the page.
 *
 * @param from tables and the condition of the index, ending in a condition
 * @param fromArgs its arguments
 * @param key column of the order
 * @param idColumn column of the dossier's id in the index
 * @param fit what else must hold of a row that was found, each with its arguments; empty where the index finds nothing else
 * @param drafts whether it finds the reader's own drafts
 */
record Branch(String from, List<Object> fromArgs, String key, String idColumn, List<Condition> fit, boolean drafts) {

    /** A condition on {@code d} with its arguments. */
    record Condition(String sql, List<Object> args) {
        static Condition of(String sql, Object... args) {
            return new Condition(sql, List.of(args));
        }
    }

    Branch and(List<Condition> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Condition> all = new ArrayList<>(fit);
        all.addAll(more);
        return new Branch(from, fromArgs, key, idColumn, List.copyOf(all), drafts);
    }

    /** The same with a condition the index itself answers, or that nearly every row of it fulfils. */
    Branch within(Condition condition) {
        List<Object> args = new ArrayList<>(fromArgs);
        args.addAll(condition.args());
        return new Branch(from + " and " + condition.sql(), List.copyOf(args), key, idColumn, fit, drafts);
    }
}
