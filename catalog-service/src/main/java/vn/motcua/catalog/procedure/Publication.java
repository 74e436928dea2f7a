package vn.motcua.catalog.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.outbox.Outbox;

import java.util.List;

/** Makes versions public: rows and events in the caller's transaction, which holds the lock of the catalogue. */
@ApplicationScoped
public class Publication {
    @Inject
    Procedures procedures;

    @Inject
    Outbox outbox;

    /**
     * @param ended versions that got a last day
     * @param fresh new versions
     */
    public void publish(List<ProcedureVersion> ended, List<ProcedureVersion> fresh) {
        ended.forEach(procedures::end);
        if (!fresh.isEmpty()) {
            procedures.insert(fresh);
        }
        ended.forEach(this::append);
        fresh.forEach(this::append);
    }

    private void append(ProcedureVersion version) {
        outbox.append(ProcedurePublished.TOPIC, version.key(), ProcedurePublished.TYPE, ProcedurePublished.of(version));
    }
}
