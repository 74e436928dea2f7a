package vn.motcua.processing.signature;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The configuration of signers, as a test sets it. */
record TestKeys(Map<String, KeyFile> signers, Optional<URI> timestamps, Optional<Path> timestampRoot)
        implements SignatureConfig {
    /** One signer with a time-stamp service. */
    static TestKeys of(String subject, Path file, String password, URI timestamps) {
        return new TestKeys(
                Map.of(subject, new One(file, password)), Optional.ofNullable(timestamps), Optional.empty());
    }

    @Override
    public boolean demo() {
        return false;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(2);
    }

    private record One(Path file, String password) implements KeyFile {}
}
