package vn.motcua.intake.code;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.platform.sql.Sql;

/**
 * Counters that many acts need at once. Each number is committed by itself, outside the caller's transaction, so that nobody waits for
 * another's commit. It is not flushed by itself either: the log is one, and the commit that uses the number flushes all before it.
 */
@ApplicationScoped
public class RunningNumbers {
    private final AgroalDataSource database;

    RunningNumbers(@DataSource("numbers") AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One number, never given twice; a caller that fails afterwards leaves a gap.
     *
     * @param count a statement that counts one row up and returns its number
     */
    public long next(String count, Object... counter) {
        return Sql.query(database, count, row -> row.getLong(1), counter).get(0);
    }
}
