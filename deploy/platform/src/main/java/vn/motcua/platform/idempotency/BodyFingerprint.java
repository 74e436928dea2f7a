package vn.motcua.platform.idempotency;

import jakarta.enterprise.context.RequestScoped;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of the body of the present request, taken while it is read. */
@RequestScoped
public class BodyFingerprint {
    private String value = of(new byte[0]);

    void set(byte[] body) {
        value = of(body);
    }

    String value() {
        return value;
    }

    private static String of(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
