package vn.motcua.catalog.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jboss.logging.Logger;
import vn.motcua.catalog.CatalogConfig;
import vn.motcua.catalog.imports.ImportLists.Progress;
import vn.motcua.catalog.lists.ListSource;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.timer.Background;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Imports, and releases of them, that nobody waits for, one after the other. Each is one transaction; where its process ends first,
 * nothing of it was done, and any process begins again with what is kept.
 */
@ApplicationScoped
class ImportQueue {
    private static final Logger LOG = Logger.getLogger(ImportQueue.class);
    private static final int MOST_WAITING = 4;
    private static final int SIGN_OF_LIFE_SECONDS = 10;
    private static final int IMPORT_SECONDS_MAX = 600;

    @Inject
    ImportLists importLists;

    @Inject
    ReleaseImport releasing;

    @Inject
    ImportRuns runs;

    @Inject
    CatalogConfig config;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker = Background.thread("import");
    private final ScheduledExecutorService life = Background.thread("import-sign-of-life");
    private volatile boolean stopping;

    /** What is to be done, in a transaction of its own. */
    interface Work {
        void run(Progress progress);
    }

    /** Takes lists, and keeps what they would publish. */
    Work importing(UUID id, ListSource lists, LocalDate effectiveFrom, boolean dryRun, Locale language) {
        return progress -> runs.done(id, importLists.run(id, lists, effectiveFrom, dryRun, language, progress));
    }

    /**
     * Begins after the caller's transaction, which notes it, is committed.
     *
     * @throws ProblemException {@code too-many-requests} where others wait already
     */
    void add(UUID id, Work work) {
        if (waiting.size() >= MOST_WAITING) {
            throw new ProblemException(Problems.TOO_MANY_REQUESTS);
        }
        waiting.add(id);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do: the import is noted already
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    begin(id, work);
                } else {
                    waiting.remove(id);
                }
            }
        });
    }

    void start(@Observes StartupEvent event) {
        life.scheduleWithFixedDelay(
                () -> quietly(this::takeOver), SIGN_OF_LIFE_SECONDS, SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
    }

    private void takeOver() {
        if (waiting.isEmpty()) {
            runs.takeOver().ifPresent(kept -> {
                waiting.add(kept.id());
                begin(kept.id(), again(kept));
            });
        }
    }

    private Work again(ImportRuns.Kept kept) {
        if (kept.lists() == null) {
            return progress -> releasing.goOn(kept.id(), progress);
        }
        ListSource lists = ImportPackage.open(kept.lists(), config.imports().maxBytes());
        return importing(kept.id(), lists, kept.effectiveFrom(), kept.dryRun(), kept.language());
    }

    private void begin(UUID id, Work work) {
        var signs = life.scheduleAtFixedRate(
                () -> quietly(() -> runs.alive(Set.of(id))),
                SIGN_OF_LIFE_SECONDS,
                SIGN_OF_LIFE_SECONDS,
                TimeUnit.SECONDS);
        worker.execute(() -> {
            try {
                QuarkusTransaction.requiringNew()
                        .timeout(IMPORT_SECONDS_MAX)
                        .run(() -> work.run((phase, done, all) -> runs.at(id, phase, done, all)));
            } catch (RuntimeException fault) {
                ended(id, fault);
            } finally {
                signs.cancel(false);
                waiting.remove(id);
            }
        });
    }

    /** What the process interrupts by its own end is no fault of the import: it stays to be done, here after the next start or elsewhere. */
    private void ended(UUID id, RuntimeException fault) {
        if (stopping) {
            LOG.infof("import %s is left to the next process", id);
            return;
        }
        LOG.errorf(fault, "import %s failed", id);
        quietly(() -> runs.failed(id));
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        worker.shutdownNow();
        life.shutdownNow();
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException later) {
            LOG.warnf("the state of an import could not be noted: %s", later.toString());
        }
    }
}
