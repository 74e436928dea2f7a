package vn.motcua.intake.file;

/**
 * A file the store holds.
 *
 * @param sha256 its address: the lower-case hexadecimal SHA-256 of its bytes
 * @param size in bytes
 * @param mediaType found from its first bytes, never from its name: application/pdf, image/jpeg, image/png or image/tiff
 */
public record StoredFile(String sha256, long size, String mediaType) {}
