package vn.motcua.notification.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which ringing ways the person of a dossier does not want. The portal cannot be among them: it is the legal notice. */
@ApplicationScoped
public class OptOuts {
    private final AgroalDataSource source;
    private final Clock clock;

    @Inject
    OptOuts(AgroalDataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The ways that are not wanted. */
    public Set<ChannelKind> of(UUID dossier) {
        List<ChannelKind> found = Sql.query(
                source,
                "select channel from opt_out where dossier_id = ?",
                row -> ChannelKind.valueOf(row.getString(1)),
                dossier);
        return found.isEmpty() ? EnumSet.noneOf(ChannelKind.class) : EnumSet.copyOf(found);
    }

    /**
     * Says which ways are not wanted from now on.
     *
     * @throws IllegalArgumentException for a way that does not ring
     */
    public void set(UUID dossier, Set<ChannelKind> unwanted) {
        if (!ChannelKind.RINGING.containsAll(unwanted)) {
            throw new IllegalArgumentException("only what rings can be stopped");
        }
        QuarkusTransaction.joiningExisting()
                .run(() -> ChannelKind.RINGING.forEach(kind -> set(dossier, kind, unwanted.contains(kind))));
    }

    private void set(UUID dossier, ChannelKind kind, boolean unwanted) {
        if (unwanted) {
            Sql.update(
                    source,
                    "insert into opt_out (dossier_id, channel, since) values (?,?,?) on conflict do nothing",
                    dossier,
                    kind.name(),
                    clock.instant());
        } else {
            Sql.update(source, "delete from opt_out where dossier_id = ? and channel = ?", dossier, kind.name());
        }
    }
}
