package vn.motcua.catalog.load;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * What has been loaded. A part is loaded once in the life of a database, in one transaction with its line in the ledger,
 * whatever the number of restarts and replicas: the second one waits for the lock and then finds the line.
 */
@ApplicationScoped
public class LoadLedger {
    /** Of everything that writes to the catalogue: first load and imports. */
    /** A slow machine may take long; another replica waits for the lock as long. */
    private static final int LOAD_SECONDS_MAX = 300;

    private static final long LOCK = 0x63_61_74_61_6c_6f_67L;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /** A line of the ledger. */
    public record Entry(String part, int rows) {}

    /**
     * Loads a part unless it has been.
     *
     * @param load does it and answers with the number of rows
     * @return whether this call has loaded it
     */
    @Transactional
    @TransactionConfiguration(timeout = LOAD_SECONDS_MAX)
    public boolean once(String part, IntSupplier load) {
        lock();
        if (entries().stream().anyMatch(entry -> entry.part().equals(part))) {
            return false;
        }
        int rows = load.getAsInt();
        Sql.update(
                source, "insert into load_ledger (part, rows, loaded_at) values (?,?,?)", part, rows, clock.instant());
        return true;
    }

    /** Keeps every other writer out until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        Sql.query(source, "select pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    public List<Entry> entries() {
        return Sql.query(
                source,
                "select part, rows from load_ledger order by part",
                row -> new Entry(row.getString(1), row.getInt(2)));
    }
}
