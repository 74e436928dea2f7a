package vn.motcua.processing.checklist;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.ResultStore;
import vn.motcua.processing.result.Upload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a department writes and puts beside a case while it examines it: notes and files of its own. Nothing is taken away again. */
@ApplicationScoped
public class CaseNotes {
    private static final String NOTE =
            "insert into case_note (case_id, text, by_subject, by_name, at) values (?,?,?,?,?)";
    private static final String ATTACH =
            """
            insert into case_attachment (id, case_id, kind, sha256, size, media_type, by_subject, by_name, at)
            values (?,?,?,?,?,?,?,?,?)
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    ResultStore store;

    /** In the caller's transaction, which holds the lock of the case. */
    public void note(UUID caseId, String text, Officer officer, Instant at) {
        Sql.update(source, NOTE, caseId, text, officer.subject(), officer.name(), at);
    }

    /** How many files lie beside the case. */
    public int attachments(UUID caseId) {
        return Sql.query(source, "select count(*) from case_attachment where case_id = ?", row -> row.getInt(1), caseId)
                .get(0);
    }

    /** Keeps a file beside a case; in the caller's transaction, which holds the lock of the case. */
    public Attachment attach(UUID caseId, AttachmentKind kind, Upload upload, Officer officer, Instant at) {
        store.put(upload);
        Attachment kept = new Attachment(
                UUID.randomUUID(), kind, upload.sha256(), upload.size(), upload.mediaType(), officer.name(), at);
        Sql.update(
                source,
                ATTACH,
                kept.id(),
                caseId,
                kind.name(),
                kept.sha256(),
                kept.size(),
                kept.mediaType(),
                officer.subject(),
                officer.name(),
                at);
        return kept;
    }

    /** Null where the case has no such file. */
    Attachment one(UUID caseId, UUID id) {
        return Sql.query(
                        source,
                        "select * from case_attachment where case_id = ? and id = ?",
                        Attachment::of,
                        caseId,
                        id)
                .stream()
                .findFirst()
                .orElse(null);
    }

    List<Attachment> attachments(UUID caseId, int most) {
        return Sql.query(
                source,
                "select * from case_attachment where case_id = ? order by at desc, id limit ?",
                Attachment::of,
                caseId,
                most);
    }
}
