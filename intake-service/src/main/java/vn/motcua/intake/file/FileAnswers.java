package vn.motcua.intake.file;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.NoSuchElementException;

/** A file and its small picture as they are given to whoever may see its dossier. */
public final class FileAnswers {
    private static final int NAME_MAX = 200;

    private FileAnswers() {}

    /**
     * The bytes, to be saved and never run: no sniffing, no scripts.
     *
     * @param held null where there is no file
     * @throws ProblemException 404 where there is none
     */
    public static Response bytes(HeldFile held, FileStore files) {
        if (held == null) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        try {
            return Response.ok(files.get(held.dossierId(), held.sha256()), held.mediaType())
                    .header(HttpHeaders.CONTENT_LENGTH, held.size())
                    .header(HttpHeaders.ETAG, '"' + held.sha256() + '"')
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox")
                    .build();
        } catch (NoSuchElementException lost) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
    }

    /**
     * A small JPEG of its first page.
     *
     * @param held null where there is no file
     * @throws ProblemException 404 where there is no picture of it, 503 where it is not to be had now
     */
    public static Response picture(HeldFile held, Thumbnails thumbnails) {
        if (held == null) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        try {
            return Response.ok(thumbnails.get(held.dossierId(), held.sha256()), "image/jpeg")
                    .header(HttpHeaders.ETAG, '"' + held.sha256() + '"')
                    .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                    .header("X-Content-Type-Options", "nosniff")
                    .build();
        } catch (NoSuchElementException none) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
    }

    /** A file name that shows in a list and harms no folder; null for none. */
    public static String safeName(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
        return plain.length() > NAME_MAX ? plain.substring(0, NAME_MAX) : plain;
    }
}
