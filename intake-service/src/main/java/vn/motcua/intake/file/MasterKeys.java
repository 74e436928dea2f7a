package vn.motcua.intake.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.platform.identity.SubjectToken;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The configured keys that wrap the dossiers' data keys: the current one wraps, former ones still open. */
@ApplicationScoped
class MasterKeys {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String current;
    private final Map<String, SecretKeySpec> keys = new HashMap<>();

    @Inject
    MasterKeys(IntakeConfig config) {
        this(
                config.fileKeyId(),
                SubjectToken.secret(config.fileKey(), config.demo()),
                config.formerFileKeys().orElse(List.of()));
    }

    /**
     * @param key 32 bytes in Base64
     * @param former each {@code id=key}
     * @throws IllegalArgumentException for a key of another length
     */
    MasterKeys(String current, String key, List<String> former) {
        this.current = current;
        for (String each : former) {
            String[] named = each.strip().split("=", 2);
            add(named[0], named.length < 2 ? "" : named[1]);
        }
        add(current, key);
    }

    private void add(String id, String base64) {
        byte[] key = Base64.getDecoder().decode(base64);
        if (key.length != Seal.KEY_BYTES) {
            throw new IllegalArgumentException("the file key " + id + " must be 32 bytes in Base64, not " + key.length);
        }
        keys.put(id, new SecretKeySpec(key, "AES"));
    }

    String current() {
        return current;
    }

    /** The names of those that still open, without the current one. */
    String[] former() {
        return keys.keySet().stream().filter(id -> !id.equals(current)).toArray(String[]::new);
    }

    byte[] newDataKey() {
        byte[] key = new byte[Seal.KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** Wraps a data key with the current master key, bound to its dossier. */
    byte[] wrap(UUID dossierId, byte[] dataKey) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] body = cipher(Cipher.ENCRYPT_MODE, current, dossierId, nonce, dataKey);
        byte[] wrapped = Arrays.copyOf(nonce, NONCE + body.length);
        System.arraycopy(body, 0, wrapped, NONCE, body.length);
        return wrapped;
    }

    /** @throws IllegalStateException where the master key is not configured, or the wrap was altered */
    byte[] unwrap(UUID dossierId, String keyId, byte[] wrapped) {
        byte[] nonce = Arrays.copyOf(wrapped, NONCE);
        return cipher(Cipher.DECRYPT_MODE, keyId, dossierId, nonce, Arrays.copyOfRange(wrapped, NONCE, wrapped.length));
    }

    private byte[] cipher(int mode, String keyId, UUID dossierId, byte[] nonce, byte[] input) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("the file key " + keyId + " is not configured");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((keyId + ' ' + dossierId).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the data key of a dossier does not open", e);
        }
    }
}
