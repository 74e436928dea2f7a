package vn.motcua.intake.file;

import java.util.UUID;

/**
 * A file that something in a dossier holds.
 *
 * @param sha256 its address
 * @param size in bytes
 * @param mediaType found from its content
 */
public record HeldFile(UUID dossierId, String sha256, long size, String mediaType) {
    /** Whether a picture of the first page of such a file may be had. */
    public static boolean drawable(String mediaType) {
        return mediaType.startsWith("image/") || mediaType.equals("application/pdf");
    }
}
