package vn.motcua.processing.requester;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who asked for a certification, on its lines in the register (Decree 23/2015/NĐ-CP: the register names the requester). A snapshot of the
 * dossier, taken once a number is issued or when the register is rendered, sealed, and never part of a decision: where it cannot be taken the
 * line says the dossier's code.
 */
@ApplicationScoped
public class Requesters {
    private static final Logger LOG = Logger.getLogger(Requesters.class);

    /** Most that one printing asks for; what is left comes with the next one. */
    private static final int FILL_MOST = 100;

    private static final String CERTIFIES = "kind <> 'RESULT' and state <> 'VOID' and requester is null";

    /** In no order: those of whom no name is told must not stand before the others at every printing. */
    private static final String MISSING =
            "select signing, dossier_id from (select distinct l.signing, c.dossier_id from register_line l"
                    + " join cases c on c.id = l.case_id where l.unit = ? and l.kind = ? and l.given_on >= ? and l.given_on < ? and l."
                    + CERTIFIES.replace(" and ", " and l.")
                    + ") missing order by random() limit ?";

    private static final String OF_SIGNING =
            "select distinct l.signing, c.dossier_id from register_line l join cases c on c.id = l.case_id where l.signing = ? and l."
                    + CERTIFIES.replace(" and ", " and l.");

    /** How long one printing asks; the person at the printer waits so long, and one question (2 s) more. */
    Duration budget = Duration.ofSeconds(10);

    @Inject
    AgroalDataSource source;

    @Inject
    Snapshot snapshot;

    @Inject
    PersonSeal seal;

    @Inject
    SecurityIdentity identity;

    private record Line(UUID signing, UUID dossier) {}

    /** Takes the snapshot for the lines of a signing that is done; whatever fails leaves them as they are. */
    public void note(UUID signing) {
        try {
            Sql.query(
                            source,
                            OF_SIGNING,
                            row -> new Line(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                            signing)
                    .forEach(this::take);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "the requester of signing %s is not noted: %s",
                    signing, e.getClass().getSimpleName());
        }
    }

    /**
     * Takes the snapshots that could not be taken before, for lines given on these days, and keeps them for good. A dossier that names
     * nobody is left out; stops once intake is away, or after some seconds. The caller is one whom intake tells names whole: an approver or a director.
     */
    public void fill(String unit, String kind, LocalDate from, LocalDate to) {
        List<Line> missing = Sql.query(
                source,
                MISSING,
                row -> new Line(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                unit,
                kind,
                from,
                to,
                FILL_MOST);
        long end = System.nanoTime() + budget.toNanos();
        try {
            for (Line each : missing) {
                if (System.nanoTime() - end > 0) {
                    LOG.warn("requesters are read too slowly; what is left comes with the next printing");
                    return;
                }
                take(each);
            }
        } catch (Snapshot.Away away) {
            LOG.warnf("requesters cannot be read now: %s", away.getMessage());
        }
    }

    /** The name of a line; null where none was noted. */
    public String name(byte[] sealed) {
        return sealed == null ? null : seal.open(sealed);
    }

    private void take(Line line) {
        String name = snapshot.requester(line.dossier(), token());
        if (name == null) {
            return;
        }
        Sql.update(
                source,
                "update register_line set requester = ? where signing = ? and " + CERTIFIES,
                seal.seal(name),
                line.signing());
    }

    private String token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getRawToken() : null;
    }
}
