package vn.motcua.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of this service. */
@ConfigMapping(prefix = "processing")
public interface ProcessingConfig {
    /** How long a claim holds without being renewed. */
    @WithDefault("PT4H")
    Duration lease();

    /** The departments a case can lie in, beside {@code unrouted}. */
    @NotEmpty
    List<String> departments();

    /** Departments with a system of their own that reads a topic: {@code <unit>/<department>}. */
    Optional<List<String>> onboarded();

    /** How many cases one officer may hold before "give me the next" gives no more. */
    @WithDefault("10")
    @Min(1)
    int inProgress();

    /** The same of single departments, by name, where it is another. */
    Map<String, @Min(1) Integer> inProgressOf();

    /** The largest result file, in bytes. */
    @WithDefault("20971520")
    @Min(1)
    @Max(104857600)
    long resultBytes();

    /** Address of intake, from which the requester of a certification is read; without it the registers name dossiers only. */
    Optional<URI> intake();

    /** AES key of people's names, 32 bytes in Base64. */
    String personKey();
}
