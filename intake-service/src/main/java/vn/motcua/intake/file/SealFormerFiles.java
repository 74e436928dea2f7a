package vn.motcua.intake.file;

import io.agroal.api.AgroalDataSource;
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
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;

/**
 * Seals the files of a store from before files were sealed, in the background after the start, a few at a time; until then they are
 * read as they lie. A plain file goes once nobody needs it.
 */
@ApplicationScoped
class SealFormerFiles implements TimerTask {
    private static final Logger LOG = Logger.getLogger(SealFormerFiles.class);
    private static final String TASK = "seal-former-files";
    private static final String START = "00000000-0000-0000-0000-000000000000 -";
    private static final int MOST = 20;
    private static final int AFTER_THE_TIMERS = Interceptor.Priority.APPLICATION + 1000;
    private static final String UNSEALED = " from paper p left join stored_file s on s.dossier_id = p.dossier_id"
            + " and s.sha256 = p.file_sha256 where p.file_sha256 is not null and s.sha256 is null";

    private final PlainFiles former;
    private final SealedStore store;
    private final Timers timers;
    private final AgroalDataSource source;
    private final Clock clock;

    SealFormerFiles(PlainFiles former, SealedStore store, Timers timers, AgroalDataSource source, Clock clock) {
        this.former = former;
        this.store = store;
        this.timers = timers;
        this.source = source;
        this.clock = clock;
    }

    private record Plain(UUID dossierId, String component, StoredFile file) {}

    void start(@Observes @Priority(AFTER_THE_TIMERS) StartupEvent event) {
        if (former.any()) {
            timers.schedule(TASK, START, clock.instant());
        }
    }

    @Override
    public String task() {
        return TASK;
    }

    /** @param after dossier and component of the last one looked at */
    @Override
    public void fire(String after) {
        String[] place = after.split(" ", 2);
        List<Plain> some = Sql.query(
                source,
                "select p.dossier_id, p.component, p.file_sha256, p.file_size, p.file_type" + UNSEALED
                        + " and (p.dossier_id, p.component) > (?, ?) order by p.dossier_id, p.component limit " + MOST,
                row -> new Plain(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        new StoredFile(row.getString(3), row.getLong(4), row.getString(5), null, Scan.OFF)),
                UUID.fromString(place[0]),
                place[1]);
        some.forEach(this::seal);
        if (some.size() == MOST) {
            Plain last = some.get(some.size() - 1);
            timers.schedule(TASK, last.dossierId() + " " + last.component(), clock.instant());
        } else {
            Set<String> needed = new HashSet<>(
                    Sql.query(source, "select distinct p.file_sha256" + UNSEALED, row -> row.getString(1)));
            former.removeUnless(needed::contains);
        }
    }

    private void seal(Plain plain) {
        try (InputStream content = former.get(plain.file().sha256())) {
            store.seal(plain.dossierId(), plain.file(), content);
        } catch (NoSuchElementException lost) {
            LOG.errorf("the file of paper %s of dossier %s is not in the store", plain.component(), plain.dossierId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
