package vn.motcua.intake.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.person.PersonVault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Makes and checks the PIN of a dossier: six digits, kept as PBKDF2-HMAC-SHA256 over a keyed digest. Six digits are guessed from any
 * stolen hash however slow it is, so the key that is not in the database protects them, and the rounds stay few.
 */
@ApplicationScoped
public class Pins {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ROUNDS = 1_000;
    private static final int BITS = 256;

    private final SecureRandom random = new SecureRandom();
    private final PersonVault vault;

    Pins(PersonVault vault) {
        this.vault = vault;
    }

    /** A new PIN; the old one of the dossier ends with its hash. */
    public Pin newPin() {
        String plain = "%06d".formatted(random.nextInt(1_000_000));
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new Pin(plain, hash(plain, salt, ROUNDS));
    }

    /** Whether a PIN fits a stored hash; compares in constant time. False for null and anything malformed. */
    public boolean matches(String plain, String hash) {
        String[] parts = hash == null ? new String[0] : hash.split("\\$");
        if (plain == null || parts.length != 4 || !parts[0].equals("pbkdf2")) {
            return false;
        }
        String again = hash(plain.strip(), Base64.getDecoder().decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(bytes(again), bytes(hash));
    }

    private String hash(String plain, byte[] salt, int rounds) {
        try {
            String keyed = HexFormat.of().formatHex(vault.peppered(plain));
            PBEKeySpec spec = new PBEKeySpec(keyed.toCharArray(), salt, rounds, BITS);
            byte[] key =
                    SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
            Base64.Encoder text = Base64.getEncoder();
            return "pbkdf2$" + rounds + "$" + text.encodeToString(salt) + "$" + text.encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
