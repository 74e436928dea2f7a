package vn.motcua.platform.paging;

import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The key of the last row seen, opaque to callers. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Cursor() {}

    /** Joins the parts of a key; parts are never null. */
    public static String encode(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @return the parts, or null for a null or empty cursor (the first page)
     * @throws ProblemException {@code invalid-cursor} for anything this service did not make
     */
    public static String[] decode(String cursor, int parts) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String[] found =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (found.length == parts
                    && cursor.length() <= 1024
                    && !String.join("", found).contains("\u0000")) {
                return found;
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below
        }
        throw new ProblemException(Problems.INVALID_CURSOR);
    }

    /**
     * A part that is an instant.
     *
     * @throws ProblemException {@code invalid-cursor} for what is none, or none that a database could keep
     */
    public static Instant instant(String part) {
        try {
            Instant at = Instant.parse(part);
            if (!at.isBefore(Instant.EPOCH) && !at.isAfter(LATEST)) {
                return at;
            }
        } catch (DateTimeException notOurs) {
            // answered below
        }
        throw new ProblemException(Problems.INVALID_CURSOR);
    }

    /**
     * A part that is a UUID.
     *
     * @throws ProblemException {@code invalid-cursor} for what is none
     */
    public static UUID uuid(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
    }
}
