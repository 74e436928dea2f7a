package vn.motcua.intake.form;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.paper.Paper;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/** Issued forms as PDF. One is set when somebody first asks, not in the act that issues it, so that nobody at the counter waits for it. */
@ApplicationScoped
public class FormPrints {
    private static final String KEPT =
            "select p.pdf, p.sha256 from issued_form_pdf p join issued_form f on f.id = p.form_id"
                    + " where f.dossier_id = ? and f.id = ?";
    private static final String KEEP =
            "insert into issued_form_pdf (form_id, pdf, sha256, set_at) values (?, ?, ?, ?) on conflict do nothing";

    private record Kept(byte[] sealed, String sha256) {}

    private final DataSource database;
    private final Forms forms;
    private final PersonVault vault;
    private final Clock clock;

    FormPrints(DataSource database, Forms forms, PersonVault vault, Clock clock) {
        this.database = database;
        this.forms = forms;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The same bytes at every call, whoever asks first; empty if the dossier has no such form.
     *
     * @throws IllegalStateException if what is stored is no longer what was set
     */
    public Optional<byte[]> pdf(UUID dossierId, UUID formId) {
        Optional<byte[]> kept = kept(dossierId, formId);
        if (kept.isPresent()) {
            return kept;
        }
        return forms.page(dossierId, formId).flatMap(page -> {
            byte[] pdf = Paper.pdf(page);
            Sql.update(database, KEEP, formId, vault.sealBytes(pdf), Sha256.of(pdf), clock.instant());
            return kept(dossierId, formId);
        });
    }

    private Optional<byte[]> kept(UUID dossierId, UUID formId) {
        return Sql.query(database, KEPT, row -> new Kept(row.getBytes(1), row.getString(2)), dossierId, formId).stream()
                .findFirst()
                .map(stored -> {
                    byte[] pdf = vault.openBytes(stored.sealed());
                    if (!Sha256.of(pdf).equals(stored.sha256())) {
                        throw new IllegalStateException("the PDF of form " + formId + " is not what was set");
                    }
                    return pdf;
                });
    }
}
