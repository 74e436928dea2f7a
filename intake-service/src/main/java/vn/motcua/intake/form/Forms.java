package vn.motcua.intake.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.motcua.intake.code.RunningNumbers;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/** Issues official forms and keeps them as they were: a re-print is the same document. */
@ApplicationScoped
public class Forms {
    private static final String NEXT =
            """
            insert into form_counter (unit, kind, year, last_number) values (?, ?, ?, 1)
            on conflict (unit, kind, year) do update set last_number = form_counter.last_number + 1
            returning last_number
            """;
    private static final String STORE =
            """
            insert into issued_form (id, dossier_id, kind, unit, year, running_number, number, template_version, language, page,
                sha256, signer_subject, signer_name, signer_title, issued_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String COLUMNS =
            "select id, dossier_id, kind, number, template_version, sha256, signer_name, signer_title, issued_at, page"
                    + " from issued_form where dossier_id = ?";

    private record Stored(IssuedForm form, byte[] page) {}

    private final DataSource database;
    private final RunningNumbers numbers;
    private final SheetWriter writer;
    private final PersonVault vault;

    Forms(DataSource database, RunningNumbers numbers, SheetWriter writer, PersonVault vault) {
        this.database = database;
        this.numbers = numbers;
        this.writer = writer;
        this.vault = vault;
    }

    /**
     * Issues a form in the act's own transaction: numbers it by unit, kind and year, renders it, and stores it for good. An act that
     * fails afterwards leaves a gap in the numbers, never a double.
     *
     * @throws IllegalArgumentException if the content lacks what the form must say (a reason on 03, items on 02, a term on 01), or this
     *     kind is not issued as a slip
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public IssuedForm issue(FormKind kind, FormContent content) {
        String unit = content.about().receivingUnit();
        int year = LegalTime.date(content.issuedAt()).getYear();
        long running = numbers.next(NEXT, unit, kind.name(), year);
        String number = "%02d/%s".formatted(running, kind.symbol());
        String page = FormTemplates.sheet(writer.write(kind, content, number)).render();
        FormContent.Signer signer = content.signer();
        IssuedForm form = new IssuedForm(
                UUID.randomUUID(),
                content.about().dossierId(),
                kind,
                number,
                FormTemplates.VERSION,
                Sha256.of(page.getBytes(StandardCharsets.UTF_8)),
                signer.name(),
                signer.title(),
                content.issuedAt());
        Sql.update(
                database,
                STORE,
                form.id(),
                form.dossierId(),
                kind.name(),
                unit,
                year,
                running,
                number,
                form.templateVersion(),
                content.about().language(),
                vault.seal(page),
                form.sha256(),
                signer.subject(),
                signer.name(),
                signer.title(),
                form.issuedAt());
        return form;
    }

    /** The forms of a dossier in the order of issue. */
    public List<IssuedForm> of(UUID dossierId) {
        return Sql.query(database, COLUMNS + " order by issued_at, id limit 100", Forms::form, dossierId);
    }

    /**
     * The page of an issued form exactly as it was rendered at issue; empty if the dossier has no such form.
     *
     * @throws IllegalStateException if what is stored is no longer what was issued
     */
    public Optional<String> page(UUID dossierId, UUID formId) {
        return Sql.query(
                        database,
                        COLUMNS + " and id = ?",
                        row -> new Stored(form(row), row.getBytes("page")),
                        dossierId,
                        formId)
                .stream()
                .findFirst()
                .map(this::verified);
    }

    private String verified(Stored stored) {
        String page = vault.open(stored.page());
        if (!Sha256.of(page.getBytes(StandardCharsets.UTF_8))
                .equals(stored.form().sha256())) {
            throw new IllegalStateException("form " + stored.form().id() + " is not what was issued");
        }
        return page;
    }

    private static IssuedForm form(ResultSet row) throws SQLException {
        return new IssuedForm(
                row.getObject("id", UUID.class),
                row.getObject("dossier_id", UUID.class),
                FormKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("template_version"),
                row.getString("sha256"),
                row.getString("signer_name"),
                row.getString("signer_title"),
                row.getTimestamp("issued_at").toInstant());
    }
}
