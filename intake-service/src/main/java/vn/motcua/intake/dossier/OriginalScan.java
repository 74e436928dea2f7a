package vn.motcua.intake.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import vn.motcua.intake.virus.Scan;

/**
 * The scan of an original, without its bytes.
 *
 * @param sha256 its address in the file store
 * @param size in bytes
 * @param mediaType found from its content
 * @param name as it was brought, or null
 * @param pages that the file has; 1 for a picture
 * @param virus what the virus scanner said when it was taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OriginalScan(String sha256, long size, String mediaType, String name, int pages, Scan virus) {}
