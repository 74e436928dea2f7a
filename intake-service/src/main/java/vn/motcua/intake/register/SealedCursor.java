package vn.motcua.intake.register;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.platform.paging.Cursor;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.Base64;

/**
 * A cursor that says nothing to who carries it: where a page ends at a row of which its reader may not know the id and the dates, as a
 * masked one, or one that was looked at and did not fit.
 */
@ApplicationScoped
class SealedCursor {
    private static final int LONGEST = 1024;

    private final PersonVault vault;

    SealedCursor(PersonVault vault) {
        this.vault = vault;
    }

    /** Joins the parts of a key; parts are never null. */
    String encode(String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(Cursor.encode(parts)));
    }

    /**
     * @return the parts, or null for a null or empty cursor (the first page)
     * @throws ProblemException {@code invalid-cursor} for anything this service did not make
     */
    String[] decode(String cursor, int parts) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            if (cursor.length() <= LONGEST) {
                return Cursor.decode(vault.open(Base64.getUrlDecoder().decode(cursor)), parts);
            }
        } catch (IllegalArgumentException notOurs) {
            // answered below
        }
        throw new ProblemException(Problems.INVALID_CURSOR);
    }
}
