package vn.motcua.notification.consignment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.notification.KeyParts;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.paper.Paper;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Signed lists of the caller's units, and their prints: the same bytes at every call. */
@ApplicationScoped
class PostLists {
    private static final String COLUMNS =
            "l.id, l.number, l.unit, l.signed_at, coalesce(l.handed_over_at, l.signed_at) handed_over_at, l.postman_name, l.postman_number, l.signed, l.items, l.officer_name, l.officer_title";
    private static final String PAGE =
            """
            select share.* from unnest(?::text[]) mine(unit) cross join lateral (
                select %s from post_list l where l.unit = mine.unit %s
                order by l.signed_at desc, l.id desc limit ?) share
            order by share.signed_at desc, share.id desc limit ?
            """;

    private record Print(String unit, int items, byte[] sealed, String sha256) {}

    @Inject
    AgroalDataSource source;

    @Inject
    ContactSeal seal;

    @Inject
    AddressReadings readings;

    @Inject
    Caller caller;

    /**
     * A list without anything of the people it names.
     *
     * @param signedAt when it was numbered
     * @param handedOverAt when the postman signed
     */
    @Schema(name = "PostListView")
    record View(
            UUID id,
            String number,
            String unit,
            Instant signedAt,
            Instant handedOverAt,
            String postmanName,
            String postmanNumber,
            SignPostList.Signed signed,
            int items,
            String officerName,
            String officerTitle) {
        static View of(ResultSet row) throws SQLException {
            return new View(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    row.getString("unit"),
                    Consignments.instant(row, "signed_at"),
                    Consignments.instant(row, "handed_over_at"),
                    row.getString("postman_name"),
                    row.getString("postman_number"),
                    SignPostList.Signed.valueOf(row.getString("signed")),
                    row.getInt("items"),
                    row.getString("officer_name"),
                    row.getString("officer_title"));
        }
    }

    /** Newest first. */
    Page<View> page(String after, int limit) {
        String[] key = Cursor.decode(after, 2);
        String[] units = caller.units().toArray(String[]::new);
        String sql = PAGE.formatted(COLUMNS, key == null ? "" : "and (l.signed_at, l.id) < (?, ?)");
        int most = limit + 1;
        List<View> found = key == null
                ? Sql.query(source, sql, View::of, units, most, most)
                : Sql.query(source, sql, View::of, units, KeyParts.instant(key[0]), KeyParts.id(key[1]), most, most);
        return Page.of(
                found,
                limit,
                each -> Cursor.encode(each.signedAt().toString(), each.id().toString()));
    }

    View find(UUID id) {
        return Sql.query(source, "select " + COLUMNS + " from post_list l where l.id = ?", View::of, id).stream()
                .filter(list -> caller.units().contains(list.unit()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    /** The page as both signed it; a reading, which is noted. */
    @Transactional
    String html(UUID id) {
        return new String(kept("page", "sha256", id, true), StandardCharsets.UTF_8);
    }

    /** The same as PDF/A-2b, set when somebody first asks, which takes longer than a transaction should. */
    byte[] pdf(UUID id) {
        byte[] kept = kept("pdf", "pdf_sha256", id, true);
        if (kept == null) {
            byte[] pdf = Paper.pdf(new String(kept("page", "sha256", id, false), StandardCharsets.UTF_8));
            Sql.update(
                    source,
                    "update post_list set pdf = ?, pdf_sha256 = ? where id = ? and pdf is null",
                    seal.sealBytes(pdf),
                    sha256(pdf),
                    id);
            kept = kept("pdf", "pdf_sha256", id, false);
        }
        return kept;
    }

    private byte[] kept(String column, String hash, UUID id, boolean noted) {
        Print print = Sql.query(
                        source,
                        "select unit, items, " + column + ", " + hash + " from post_list where id = ?",
                        row -> new Print(row.getString(1), row.getInt(2), row.getBytes(3), row.getString(4)),
                        id)
                .stream()
                .filter(found -> caller.units().contains(found.unit()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        if (noted) {
            readings.note(AddressReadings.What.POST_LIST, print.unit(), null, print.items());
        }
        if (print.sealed() == null) {
            return null;
        }
        byte[] bytes = seal.openBytes(print.sealed());
        if (!sha256(bytes).equals(print.sha256())) {
            throw new IllegalStateException("list " + id + " is not what was signed");
        }
        return bytes;
    }

    /** Lower-case hexadecimal. */
    static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
