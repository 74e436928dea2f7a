package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;
import vn.motcua.intake.virus.Scan;
import vn.motcua.platform.sql.Sql;
import vn.motcua.platform.timer.TimerTask;
import vn.motcua.platform.timer.Timers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Seals the files of a store from before files were sealed, in the background after the start, a few at a time; until then they are
 * read as they lie. Once all were gone through, the plain ones go folder by folder, each only when every paper that holds it has it
 * sealed, kept and read back whole. What does not open is left as it is and tried again every day; what no paper names is left too: it may be what a
 * dossier was filed with.
 */
@ApplicationScoped
class SealFormerFiles implements TimerTask {
    private static final Logger LOG = Logger.getLogger(SealFormerFiles.class);
    private static final String TASK = "seal-former-files";
    private static final String START = "00000000-0000-0000-0000-000000000000 -";
    private static final String REMOVE = "remove ";
    private static final Duration AGAIN = Duration.ofDays(1);
    private static final int MOST = 20;
    private static final int AFTER_THE_TIMERS = Interceptor.Priority.APPLICATION + 1000;
    private static final String HELD = " from paper p left join stored_file s on s.dossier_id = p.dossier_id"
            + " and s.sha256 = p.file_sha256 and s.kept where p.file_sha256 ";

    private final PlainFiles former;
    private final SealedStore store;
    private final StoredFiles books;
    private final Timers timers;
    private final AgroalDataSource source;
    private final Clock clock;

    SealFormerFiles(
            PlainFiles former,
            SealedStore store,
            StoredFiles books,
            Timers timers,
            AgroalDataSource source,
            Clock clock) {
        this.former = former;
        this.store = store;
        this.books = books;
        this.timers = timers;
        this.source = source;
        this.clock = clock;
    }

    private record Plain(UUID dossierId, String component, StoredFile file) {}

    private record Holder(String sha256, UUID dossierId, boolean kept) {}

    void start(@Observes @Priority(AFTER_THE_TIMERS) StartupEvent event) {
        if (former.any()) {
            timers.schedule(TASK, START, clock.instant());
        }
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public boolean remote() {
        return true;
    }

    /**
     * In no transaction, whoever calls: nothing may go by what could be rolled back.
     *
     * @param place dossier and component of the last one looked at; or {@code remove} and the folder removed last
     */
    @Override
    public void fire(String place) {
        QuarkusTransaction.suspendingExisting().run(() -> {
            String next = place.startsWith(REMOVE) ? removed(place.substring(REMOVE.length())) : sealed(place);
            if (next != null) {
                timers.schedule(TASK, next, clock.instant());
            } else if (former.any()) {
                timers.schedule(TASK, START, clock.instant().plus(AGAIN));
            }
        });
    }

    private String sealed(String after) {
        String[] last = after.split(" ", 2);
        List<Plain> some = Sql.query(
                source,
                "select p.dossier_id, p.component, p.file_sha256, p.file_size, p.file_type" + HELD
                        + "is not null and s.sha256 is null and (p.dossier_id, p.component) > (?, ?)"
                        + " order by p.dossier_id, p.component limit " + MOST,
                row -> new Plain(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        new StoredFile(row.getString(3), row.getLong(4), row.getString(5), null, Scan.OFF)),
                UUID.fromString(last[0]),
                last[1]);
        some.forEach(this::seal);
        return some.size() < MOST
                ? REMOVE
                : some.get(MOST - 1).dossierId() + " " + some.get(MOST - 1).component();
    }

    private void seal(Plain plain) {
        String sha256 = plain.file().sha256();
        try (InputStream content = former.get(sha256)) {
            store.seal(plain.dossierId(), plain.file(), content);
        } catch (NoSuchElementException gone) {
            if (store.sealed(plain.dossierId(), sha256)) {
                books.arriving(plain.dossierId(), plain.file());
                books.keepHeld(plain.dossierId(), sha256);
            } else {
                LOG.errorf("the file of paper %s of dossier %s is lost", plain.component(), plain.dossierId());
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "the file of paper %s of dossier %s is not sealed", plain.component(), plain.dossierId());
        }
    }

    private String removed(String after) {
        Optional<String> next = former.folders().stream()
                .filter(each -> each.compareTo(after) > 0)
                .findFirst();
        try {
            if (next.isEmpty()) {
                former.removeHalves();
            } else {
                remove(next.get());
            }
        } catch (UncheckedIOException e) {
            LOG.errorf(e, "plain files are not removed");
        }
        return next.map(REMOVE::concat).orElse(null);
    }

    private void remove(String folder) {
        Map<String, List<Holder>> holders = holders(folder);
        int stay = former.remove(folder, sha256 -> sealed(holders.get(sha256)));
        if (stay > 0) {
            LOG.warnf("%d plain files stay in %s: not sealed, or of no paper", stay, folder);
        }
    }

    private Map<String, List<Holder>> holders(String folder) {
        return Sql.query(
                        source,
                        "select distinct p.file_sha256, p.dossier_id, s.sha256 is not null" + HELD + "like ?",
                        row -> new Holder(row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3)),
                        folder + "%")
                .stream()
                .collect(Collectors.groupingBy(Holder::sha256));
    }

    private boolean sealed(List<Holder> holders) {
        return holders != null
                && holders.stream().allMatch(Holder::kept)
                && holders.stream().allMatch(each -> store.sealed(each.dossierId(), each.sha256()));
    }
}
