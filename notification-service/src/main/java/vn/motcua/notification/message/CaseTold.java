package vn.motcua.notification.message;

import java.time.Instant;
import java.util.UUID;

/**
 * An act of a case, as far as it may concern the person. Instants are UTC.
 *
 * @param role in which part somebody acted
 * @param basedOnSequence the newest act of the dossier known when acting
 * @param until until when the person may answer; null where nothing is asked
 */
public record CaseTold(
        UUID dossierId, String act, String role, Instant effectiveAt, long basedOnSequence, Instant until) {}
