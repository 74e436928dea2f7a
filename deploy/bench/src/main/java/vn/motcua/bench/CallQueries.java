package vn.motcua.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts the statements of each call, one call at a time: what its service's database did between request and answer. */
final class CallQueries implements Client.Watch {
    private static final int QUIET_MILLIS = 400;

    private final Statements statements;
    private final Map<Call, List<Long>> counts = new EnumMap<>(Call.class);
    private final Map<Call, List<Statements.Line>> lines = new EnumMap<>(Call.class);
    private Map<String, Statements.Line> before;

    CallQueries(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void at(Call call, boolean begins) {
        try {
            if (begins) {
                TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
                before = statements.snapshot();
                return;
            }
            List<Statements.Line> done = Statements.between(before, statements.snapshot()).stream()
                    .filter(line -> line.database().equals(call.service()) && !line.background())
                    .toList();
            counts.computeIfAbsent(call, c -> new ArrayList<>())
                    .add(done.stream().mapToLong(Statements.Line::calls).sum());
            lines.put(call, done);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The median over the lifecycles watched; -1 where there was none. */
    long perCall(Call call) {
        List<Long> all = counts.getOrDefault(call, List.of()).stream().sorted().toList();
        return all.isEmpty() ? -1 : all.get(all.size() / 2);
    }

    /** The statements of the newest call of this kind. */
    List<Statements.Line> lines(Call call) {
        return lines.getOrDefault(call, List.of());
    }
}
