package vn.motcua.processing.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import java.util.List;
import java.util.Optional;

/** Keys under which results can be verified. */
@ConfigMapping(prefix = "processing.verification")
public interface VerificationConfig {
    /** EC P-256 private key, PKCS#8 in Base64; the shipped one is refused unless motcua.demo=true. */
    @NotBlank
    String key();

    /** Its public half, X.509 in Base64. */
    @NotBlank
    String publicKey();

    /** Public halves of earlier keys, under which results were issued that still hold. */
    Optional<List<String>> formerKeys();

    /** Whether nothing here is real; the same as {@code motcua.demo}. */
    boolean demo();

    /** The address of the gateway as people know it. */
    @NotBlank
    String publicUrl();

    /** Wrong codes that are free before an address is slowed, then locked. */
    @WithDefault("20")
    @Min(1)
    int freeGuesses();
}
