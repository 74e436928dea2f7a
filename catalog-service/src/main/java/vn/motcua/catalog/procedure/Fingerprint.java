package vn.motcua.catalog.procedure;

import vn.motcua.platform.json.EventJson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a content's JSON: two contents are the same if and only if their fingerprints are. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(Object content) {
        try {
            byte[] json = EventJson.write(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
