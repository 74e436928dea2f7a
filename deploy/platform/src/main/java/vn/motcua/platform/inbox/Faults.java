package vn.motcua.platform.inbox;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.RollbackException;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Which faults pass by themselves: a database that is away, restarting, overloaded or asks to try again. */
final class Faults {
    private static final List<String> PASSING_STATES = List.of("08", "40", "53", "55P03", "57");

    private Faults() {}

    static boolean isTransient(Throwable fault) {
        if (fault instanceof Unprocessable || fault instanceof HoldKey) {
            return false;
        }
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || PASSING_STATES.stream().anyMatch(state::startsWith);
            }
            if (each instanceof IOException
                    || each instanceof TimeoutException
                    || each.getClass().getSimpleName().contains("OptimisticLock")) {
                return true;
            }
            if (each.getCause() == null
                    && (each instanceof RollbackException || each instanceof QuarkusTransactionException)) {
                return true;
            }
        }
        return false;
    }
}
