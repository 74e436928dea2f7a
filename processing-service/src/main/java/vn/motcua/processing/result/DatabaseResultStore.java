package vn.motcua.processing.result;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.sql.Sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Keeps results in the service's own database, in parts: one thing to back up, and written with the case or not at all. */
@ApplicationScoped
class DatabaseResultStore implements ResultStore {
    private static final int PART_BYTES = 512 * 1024;

    /** Held to the end of the transaction: who keeps a content and who destroys the same wait for each other. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('result ' || ?, 0))";

    /** Asks every table whose rows name a content. */
    private static final String REMOVE =
            """
            delete from result_part where sha256 = ?
                and not exists (select 1 from result where sha256 = ? and destroyed_at is null)
                and not exists (select 1 from case_attachment where sha256 = ?)
                and not exists (select 1 from opinion where file_sha256 = ?)
            """;

    @Inject
    AgroalDataSource source;

    @Override
    public void put(Upload upload) {
        lock(upload.sha256());
        try (InputStream in = Files.newInputStream(upload.file())) {
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART_BYTES); bytes.length > 0; bytes = in.readNBytes(PART_BYTES)) {
                int fresh = Sql.update(
                        source,
                        "insert into result_part (sha256, part, bytes) values (?,?,?) on conflict do nothing",
                        upload.sha256(),
                        part++,
                        bytes);
                if (fresh == 0 && part == 1) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String sha256) {
        lock(sha256);
        Sql.update(source, REMOVE, sha256, sha256, sha256, sha256);
    }

    @Override
    public void write(String sha256, OutputStream out) throws IOException {
        for (int part = 0; ; part++) {
            List<byte[]> bytes = Sql.query(
                    source,
                    "select bytes from result_part where sha256 = ? and part = ?",
                    row -> row.getBytes(1),
                    sha256,
                    part);
            if (bytes.isEmpty()) {
                return;
            }
            out.write(bytes.get(0));
        }
    }

    private void lock(String sha256) {
        Sql.query(source, LOCK, row -> Boolean.TRUE, sha256);
    }
}
