package vn.motcua.processing.requester;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.processing.ProcessingConfig;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals the names of people (AES-256-GCM, a fresh nonce in front), so that the database alone tells nobody. */
@ApplicationScoped
class PersonSeal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    @Inject
    PersonSeal(ProcessingConfig config, @ConfigProperty(name = "motcua.demo", defaultValue = "false") boolean demo) {
        byte[] bytes = Base64.getDecoder().decode(SubjectToken.secret(config.personKey(), demo));
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("processing.person-key must be 32 bytes in Base64");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    /** Made at the start, so that a missing key stops it. */
    void start(@Observes StartupEvent event) {
        // the constructor has looked at the key
    }

    byte[] seal(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8), 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was sealed with another key or changed since */
    String open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the name cannot be sealed or opened", e);
        }
    }
}
