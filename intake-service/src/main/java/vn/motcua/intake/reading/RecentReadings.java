package vn.motcua.intake.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import vn.motcua.intake.IntakeConfig;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What was read a moment ago, by this process: another one notes it once more, which is no harm. */
@ApplicationScoped
class RecentReadings {
    private static final int MOST = 20_000;

    private record Key(String subject, Reading what, UUID dossier) {}

    private final Map<Key, Instant> noted = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Instant> eldest) {
            return size() > MOST;
        }
    };
    private final Duration same;
    private final TransactionSynchronizationRegistry transactions;

    RecentReadings(IntakeConfig config, TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
        this.same = config.reading().sameFor();
    }

    /** Whether this is to be noted; what is noted in a transaction that fails is forgotten again. */
    boolean first(String subject, Reading what, UUID dossier, Instant now) {
        Key key = new Key(subject, what, dossier);
        synchronized (noted) {
            Instant before = noted.get(key);
            if (before != null && !now.isBefore(before) && now.isBefore(before.plus(same))) {
                return false;
            }
            noted.put(key, now);
        }
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // only the end counts
                }

                @Override
                public void afterCompletion(int status) {
                    if (status != Status.STATUS_COMMITTED) {
                        synchronized (noted) {
                            noted.remove(key);
                        }
                    }
                }
            });
        }
        return true;
    }
}
