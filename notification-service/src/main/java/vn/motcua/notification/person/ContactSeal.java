package vn.motcua.notification.person;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.platform.identity.SubjectToken;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals what names a person or says how to reach them (AES-256-GCM, a fresh nonce in front), so that the database alone tells nobody. */
@ApplicationScoped
public class ContactSeal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    @Inject
    ContactSeal(NotificationConfig config) {
        byte[] bytes = Base64.getDecoder().decode(SubjectToken.secret(config.personKey(), config.demo()));
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("notification.person-key must be 32 bytes in Base64");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    /** Made at the start, so that a missing key stops it. */
    void start(@Observes StartupEvent event) {
        // the constructor has looked at the key
    }

    public byte[] seal(String plain) {
        return sealBytes(plain.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] sealBytes(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** A digest by which the same contact is recognised, and which nobody without the key can try contacts against; 43 letters. */
    public String blind(String contact) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            mac.update("contact\0".getBytes(StandardCharsets.UTF_8));
            byte[] digest = mac.doFinal(contact.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** @throws IllegalStateException if it was sealed with another key or changed since */
    public String open(byte[] sealed) {
        return new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException if it was sealed with another key or changed since */
    public byte[] openBytes(byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the contact cannot be sealed or opened", e);
        }
    }
}
