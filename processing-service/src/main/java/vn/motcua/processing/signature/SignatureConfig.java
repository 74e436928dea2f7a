package vn.motcua.processing.signature;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Keys of the signers. Without any, a demonstration makes its own authority and everything else refuses to sign. */
@ConfigMapping(prefix = "processing.signature")
public interface SignatureConfig {
    /** Whether nothing here is real; the same as {@code motcua.demo}. */
    boolean demo();

    /** By the subject of the officer's account. */
    Map<String, KeyFile> signers();

    /** A time-stamp service (RFC 3161); without one results are signed B-B and say so. */
    Optional<URI> timestamps();

    /** PEM or DER of the root the time-stamps lead to. */
    Optional<Path> timestampRoot();

    /** How long an answer of the time-stamp service or a revocation list is waited for. */
    @WithDefault("PT5S")
    Duration patience();

    /** One PKCS#12 file with one key and its whole chain. */
    interface KeyFile {
        Path file();

        String password();
    }
}
