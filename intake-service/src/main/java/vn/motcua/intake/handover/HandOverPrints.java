package vn.motcua.intake.handover;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.form.HandOverSheet;
import vn.motcua.intake.form.HandOverSheets;
import vn.motcua.intake.form.Sha256;
import vn.motcua.intake.people.PersonInput;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signed hand-over records as page and PDF/A-2b: made once, the same bytes at every call. */
@ApplicationScoped
class HandOverPrints {
    private static final String KEEP =
            "insert into hand_over_print (record_id, template_version, page, sha256) values (?, ?, ?, ?)";
    private static final String KEEP_PDF =
            "update hand_over_print set pdf = ?, pdf_sha256 = ? where record_id = ? and pdf is null";

    private record Kept(byte[] sealed, String sha256) {}

    private final AgroalDataSource database;
    private final PersonVault vault;
    private final HandOverSheets sheets;
    private final Catalogue catalogue;

    HandOverPrints(AgroalDataSource database, PersonVault vault, HandOverSheets sheets, Catalogue catalogue) {
        this.database = database;
        this.vault = vault;
        this.sheets = sheets;
        this.catalogue = catalogue;
    }

    /** Keeps the record as it is signed, in the closing's own transaction. */
    void keep(HandOver record, List<HandOver.Item> items) {
        String page = sheets.page(new HandOverSheet(
                record.unit(),
                record.number(),
                record.handedOverAt(),
                record.closedAt(),
                record.postman().name(),
                record.postman().number(),
                record.officer().name(),
                record.officer().title(),
                items.stream().map(item -> line(record, item)).toList()));
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        Sql.update(database, KEEP, record.id(), HandOverSheets.VERSION, vault.sealBytes(bytes), Sha256.of(bytes));
    }

    private HandOverSheet.Line line(HandOver record, HandOver.Item item) {
        HandOverRequest.Item content = item.content();
        Procedure procedure = catalogue
                .procedureOn(content.procedureCode(), LegalTime.date(record.handedOverAt()))
                .orElse(null);
        List<HandOverSheet.Paper> papers = new ArrayList<>();
        for (HandOverRequest.Document document : content.documents()) {
            papers.add(new HandOverSheet.Paper(
                    name(procedure, document),
                    document.as().presented().name(),
                    document.listed(),
                    document.found(),
                    document.note()));
        }
        PersonInput sender = content.sender();
        return new HandOverSheet.Line(
                item.position(),
                content.slip(),
                Stream.of(sender.name(), sender.address(), sender.phone())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                procedure == null
                        ? content.procedureCode()
                        : procedure.name().vi() + " (" + content.procedureCode() + ")",
                papers,
                content.complete());
    }

    private static String name(Procedure procedure, HandOverRequest.Document document) {
        return document.component() == null || procedure == null
                ? document.name() == null ? document.component() : document.name()
                : procedure
                        .component(document.component())
                        .map(Procedure.Component::name)
                        .orElse(document.component());
    }

    /**
     * The page as it was signed.
     *
     * @throws ProblemException 404 where none was
     */
    String page(UUID record) {
        return new String(kept("page", "sha256", record), StandardCharsets.UTF_8);
    }

    /** The same as PDF/A-2b, set when somebody first asks. */
    byte[] pdf(UUID record) {
        byte[] kept = kept("pdf", "pdf_sha256", record);
        if (kept == null) {
            byte[] pdf = sheets.pdf(page(record));
            Sql.update(database, KEEP_PDF, vault.sealBytes(pdf), Sha256.of(pdf), record);
            kept = kept("pdf", "pdf_sha256", record);
        }
        return kept;
    }

    private byte[] kept(String column, String hash, UUID record) {
        Kept kept = Sql.query(
                        database,
                        "select " + column + ", " + hash + " from hand_over_print where record_id = ?",
                        row -> new Kept(row.getBytes(1), row.getString(2)),
                        record)
                .stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        if (kept.sealed() == null) {
            return null;
        }
        byte[] bytes = vault.openBytes(kept.sealed());
        if (!Sha256.of(bytes).equals(kept.sha256())) {
            throw new IllegalStateException("hand-over record " + record + " is not what was signed");
        }
        return bytes;
    }
}
