package vn.motcua.notification.giveback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The electronic result as the person gets it: which it is, and that it was taken. */
@ApplicationScoped
public class PersonsResult {
    private static final String READY =
            """
            select r.result_id, r.state, l.last_at from dossier_return r join known_dossier d on d.id = r.dossier_id
            left join result_download l on l.dossier_id = r.dossier_id and l.result_id = r.result_id
            where r.dossier_id = ? and r.result_id is not null and not d.fees_open and d.stage in (?, ?)
            """;

    private static final String TAKEN =
            """
            insert into result_download as l (dossier_id, result_id, first_at, last_at, times) values (?,?,?,?,1)
            on conflict (dossier_id) do update set result_id = excluded.result_id,
                first_at = case when l.result_id = excluded.result_id then l.first_at else excluded.first_at end,
                last_at = case when l.result_id = excluded.result_id then greatest(l.last_at, excluded.last_at) else excluded.last_at end,
                times = case when l.result_id = excluded.result_id then l.times + 1 else 1 end
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Clock clock;

    /**
     * What can be taken.
     *
     * @param placed whether it is returned by lying in the inbox
     * @param lastTaken null until this result is taken for the first time
     */
    public record Ready(UUID result, boolean placed, Instant lastTaken) {}

    /** The newest result of a decided dossier whose fees are paid; whoever collects the paper may take the file too. */
    public Optional<Ready> of(UUID dossier) {
        return Sql.query(
                        source,
                        READY,
                        row -> {
                            OffsetDateTime taken = row.getObject(3, OffsetDateTime.class);
                            return new Ready(
                                    row.getObject(1, UUID.class),
                                    ReturnState.PLACED.name().equals(row.getString(2)),
                                    taken == null ? null : taken.toInstant());
                        },
                        dossier,
                        Stage.DECIDED.name(),
                        Stage.RETURNED.name())
                .stream()
                .findFirst();
    }

    /**
     * Notes that the person takes it: first, last and how often, nothing else; of a result issued anew from its first time on.
     *
     * @return the result, empty where there is none to take
     */
    @Transactional
    Optional<UUID> taken(UUID dossier) {
        Optional<Ready> ready = of(dossier);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ready.ifPresent(found -> Sql.update(source, TAKEN, dossier, found.result(), at, at));
        return ready.map(Ready::result);
    }
}
