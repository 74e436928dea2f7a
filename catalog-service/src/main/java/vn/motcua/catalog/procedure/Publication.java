package vn.motcua.catalog.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.outbox.Outbox;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
        procedures.end(ended);
        if (!fresh.isEmpty()) {
            procedures.insert(fresh);
        }
        outbox.appendAll(Stream.concat(ended.stream(), fresh.stream())
                .map(Publication::event)
                .toList());
    }

    private static Outbox.Entry event(ProcedureVersion version) {
        return new Outbox.Entry(
                UUID.randomUUID(),
                ProcedurePublished.TOPIC,
                version.key(),
                ProcedurePublished.TYPE,
                ProcedurePublished.of(version));
    }
}
