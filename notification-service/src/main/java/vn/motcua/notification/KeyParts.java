package vn.motcua.notification;

import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Reads the parts of a list's cursor; whatever this service did not make is {@code invalid-cursor}. */
public final class KeyParts {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private KeyParts() {}

    /** @throws ProblemException {@code invalid-cursor} */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(Problems.INVALID_CURSOR);
        }
    }

    /** @throws ProblemException {@code invalid-cursor} */
    public static UUID id(String part) {
        return Cursor.uuid(part);
    }

    /** @throws ProblemException {@code invalid-cursor}, also for instants a database does not hold */
    public static Instant instant(String part) {
        try {
            Instant at = Instant.parse(part);
            if (at.isAfter(Instant.EPOCH) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException notOurs) {
            // answered below
        }
        throw new ProblemException(Problems.INVALID_CURSOR);
    }
}
