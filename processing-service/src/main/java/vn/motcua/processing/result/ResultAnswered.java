package vn.motcua.processing.result;

import java.time.Instant;
import java.util.UUID;

/**
 * The dossier answered a decision or reissue with this result; told inside the transaction that takes the answer.
 *
 * @param refusedBecause reason code; null where the dossier took it
 * @param at the acting instant, UTC
 */
public record ResultAnswered(UUID result, String refusedBecause, Instant at) {}
