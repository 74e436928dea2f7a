package vn.motcua.intake.file;

import vn.motcua.intake.virus.Scan;

/**
 * A file the store holds.
 *
 * @param sha256 its address: the lower-case hexadecimal SHA-256 of its bytes
 * @param size in bytes
 * @param mediaType found from its content, never from its name
 * @param pages how many, or null where that is not to be told
 * @param scan what is known of its viruses
 */
public record StoredFile(String sha256, long size, String mediaType, Integer pages, Scan scan) {}
