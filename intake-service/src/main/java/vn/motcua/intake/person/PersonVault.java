package vn.motcua.intake.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.platform.identity.SubjectToken;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what identifies a person before it reaches the database (Law 91/2025/QH15: sensitive data are encrypted): AES-256-GCM with a
 * random nonce, and a keyed blind index for exact look-up. The keys of both are derived from one configured key.
 */
@ApplicationScoped
public class PersonVault {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final SecretKeySpec indexing;
    private final SecretKeySpec peppering;

    @Inject
    PersonVault(IntakeConfig config) {
        this(Base64.getDecoder().decode(SubjectToken.secret(config.personKey(), config.demo())));
    }

    /** @throws IllegalArgumentException unless the key has 32 bytes */
    public PersonVault(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("intake.person-key must be 32 bytes in Base64, not " + key.length);
        }
        sealing = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "seal"), "AES");
        indexing = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "index"), "HmacSHA256");
        peppering = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSHA256"), "pepper"), "HmacSHA256");
    }

    /** Encrypts a text; the same text gives other bytes each time. Null stays null. */
    public byte[] seal(String plain) {
        return plain == null ? null : sealBytes(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Encrypts bytes; the same bytes give others each time. */
    public byte[] sealBytes(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] body = cipher(Cipher.ENCRYPT_MODE, nonce, plain, 0);
        byte[] sealed = new byte[1 + NONCE + body.length];
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, NONCE);
        System.arraycopy(body, 0, sealed, 1 + NONCE, body.length);
        return sealed;
    }

    /**
     * Decrypts what {@link #seal} made. Null stays null.
     *
     * @throws IllegalArgumentException if it was altered, cut, or sealed with another key
     */
    public String open(byte[] sealed) {
        return sealed == null ? null : new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    /**
     * Decrypts what {@link #sealBytes} made.
     *
     * @throws IllegalArgumentException if it was altered, cut, or sealed with another key
     */
    public byte[] openBytes(byte[] sealed) {
        if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new IllegalArgumentException("not sealed here");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        return cipher(Cipher.DECRYPT_MODE, nonce, sealed, 1 + NONCE);
    }

    /** The key under which an identifier is found again, whatever spaces, dots or letter case it was typed with. Null stays null. */
    public byte[] blindIndex(String identifier) {
        return identifier == null ? null : hmac(indexing, normalised(identifier));
    }

    /** A keyed digest for short secrets, which alone would be guessed at once. */
    public byte[] peppered(String secret) {
        return hmac(peppering, secret);
    }

    /** {@link Masking#mask} for callers that hold the vault already. */
    public String mask(String value, PersonField field) {
        return Masking.mask(value, field);
    }

    static String normalised(String identifier) {
        return Normalizer.normalize(identifier, Normalizer.Form.NFKC)
                .replaceAll("[\\s.\\-]", "")
                .toUpperCase(Locale.ROOT);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot be sealed or opened", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
