package vn.motcua.catalog.guidance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A case a person may be in, in the list's own words.
 *
 * @param key what stands for it in links: the first eight digits of the SHA-256 of its words, so that an answer outlives a new
 *     version of the procedure whose case reads the same
 */
public record Choice(String key, String label) {
    static Choice of(String label) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(label.getBytes(StandardCharsets.UTF_8));
            return new Choice(HexFormat.of().formatHex(digest, 0, 4), label);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
