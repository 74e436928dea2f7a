package vn.motcua.intake.dossier;

import vn.motcua.intake.deadline.Limit;

import java.util.UUID;

/**
 * What a dossier is opened with.
 *
 * @param reference 10 random characters for tracking, forms and links
 * @param limit the published limit for the channel, or null where none is established
 * @param openedBy subject of the token that opens it
 * @param assisted whether an officer types for a person who files online
 */
public record Opening(
        UUID id,
        String reference,
        Units units,
        Matter matter,
        Limit limit,
        String openedBy,
        String pinHash,
        boolean assisted) {}
