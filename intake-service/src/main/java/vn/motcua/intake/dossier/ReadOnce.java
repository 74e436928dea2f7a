package vn.motcua.intake.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a transaction has read of a dossier it need not read again: every writer holds the dossier's row lock, and what is read are the
 * managed rows themselves. Outside a transaction everything is read anew.
 */
@ApplicationScoped
public class ReadOnce {
    private final TransactionSynchronizationRegistry transaction;

    ReadOnce(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    private record Key(Class<?> what, UUID dossier) {}

    /** @param what whose rows, one type for each kind of reading */
    @SuppressWarnings("unchecked")
    public <T> T get(Class<?> what, UUID dossier, Supplier<T> read) {
        if (!active()) {
            return read.get();
        }
        Key key = new Key(what, dossier);
        Object known = transaction.getResource(key);
        if (known == null) {
            known = read.get();
            transaction.putResource(key, known);
        }
        return (T) known;
    }

    /** Rows were added: the next reading is one of the database again. */
    public void forget(Class<?> what, UUID dossier) {
        if (active()) {
            transaction.putResource(new Key(what, dossier), null);
        }
    }

    /** These are all rows there are, just written. */
    public void keep(Class<?> what, UUID dossier, Object rows) {
        if (active()) {
            transaction.putResource(new Key(what, dossier), rows);
        }
    }

    private boolean active() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }
}
