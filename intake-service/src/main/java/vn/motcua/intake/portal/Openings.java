package vn.motcua.intake.portal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What opening forms brought: the same form sent twice leads to the same dossier, and the PIN is shown until its person says that it is
 * written down. Rows live for a week, the PIN in them sealed.
 */
@ApplicationScoped
class Openings {
    private static final Duration LIFE = Duration.ofDays(7);

    private final AgroalDataSource source;
    private final PersonVault vault;
    private final Clock clock;

    Openings(AgroalDataSource source, PersonVault vault, Clock clock) {
        this.source = source;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Takes a form for its first sending; waits for another sending of it that is under way.
     *
     * @return false where it was sent before
     */
    boolean first(String subject, UUID submission) {
        Instant now = clock.instant();
        Sql.update(source, "delete from portal_opening where opened_at < ?", now.minus(LIFE));
        return Sql.update(
                        source,
                        "insert into portal_opening (subject, submission, opened_at) values (?,?,?) on conflict do nothing",
                        subject,
                        submission,
                        now)
                == 1;
    }

    void opened(String subject, UUID submission, UUID dossierId, String pin) {
        Sql.update(
                source,
                "update portal_opening set dossier_id = ?, pin = ? where subject = ? and submission = ?",
                dossierId,
                vault.seal(pin),
                subject,
                submission);
    }

    Optional<UUID> dossier(String subject, UUID submission) {
        return Sql.query(
                        source,
                        "select dossier_id from portal_opening where subject = ? and submission = ? and dossier_id is not null",
                        row -> row.getObject(1, UUID.class),
                        subject,
                        submission)
                .stream()
                .findFirst();
    }

    /** The PIN of a dossier, as long as it is shown; else null. */
    String pin(String subject, UUID dossierId) {
        return Sql.query(
                        source,
                        "select pin from portal_opening where subject = ? and dossier_id = ? and pin is not null"
                                + " and opened_at >= ?",
                        row -> vault.open(row.getBytes(1)),
                        subject,
                        dossierId,
                        clock.instant().minus(LIFE))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The person has the PIN: nobody is shown it again. */
    void noted(String subject, UUID dossierId) {
        Sql.update(
                source,
                "update portal_opening set pin = null where subject = ? and dossier_id = ?",
                subject,
                dossierId);
    }
}
