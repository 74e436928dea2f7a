package vn.motcua.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of intake. Secrets have no default: a production without them does not start; the demonstration has marked ones. */
@ConfigMapping(prefix = "intake")
public interface IntakeConfig {
    /** Whether this is a demonstration, where the shipped keys are allowed. */
    boolean demo();

    /** AES key for citizen numbers and contacts, 32 bytes in Base64. */
    @NotBlank
    String personKey();

    /** Address of the gateway as people reach it, without a slash at its end; stands in QR codes on paper. */
    @NotBlank
    String publicUrl();

    /** Where files of papers are kept: a folder, or {@code s3://bucket/prefix}. */
    @NotBlank
    String files();

    /** Where files arrive, sealed, on their way to S3; a folder of the local disk. */
    Path spool();

    /** The folder of a store from before files were sealed, where files lie on S3 now. */
    Optional<Path> plainFiles();

    /** The S3-compatible store. */
    S3 s3();

    interface S3 {
        /** Its address; Amazon's own without one. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        /** Without the two keys those of the environment or machine hold, as the AWS SDK finds them. */
        Optional<String> accessKey();

        Optional<String> secretKey();
    }

    /** Where the server lays the files of people's forms while their request runs. */
    Path formFiles();

    /** Master key of files, 32 bytes in Base64: wraps the data key of each dossier. */
    @NotBlank
    String fileKey();

    /** Names the master key, so that another can take its place. */
    @WithDefault("1")
    @Pattern(regexp = "[A-Za-z0-9_-]{1,40}")
    String fileKeyId();

    /** Master keys of before, each as {@code id=key}: they open until every data key is wrapped with the current one. */
    Optional<List<String>> formerFileKeys();

    /** Largest file of a paper, in bytes. */
    @Min(1)
    long maxFileBytes();

    /** Largest sum of the files that the papers of one dossier hold, in bytes. */
    @WithDefault("262144000")
    @Min(1)
    long maxDossierBytes();

    /** Scanning of files for viruses, by ClamAV's daemon; off without a host. */
    VirusScanner virusScan();

    interface VirusScanner {
        Optional<String> host();

        @WithDefault("3310")
        @Min(1)
        int port();

        /** What becomes of a file while the scanner is away. */
        @WithDefault("refuse")
        WhenAway whenAway();

        /** Refused, so that people come again; or taken, marked and scanned later. */
        enum WhenAway {
            REFUSE,
            ACCEPT
        }
    }

    /** People's pages that log in. */
    Portal portal();

    interface Portal {
        /** Id of the unit whose centre these pages belong to: chosen beforehand, its province's centres are offered. */
        @NotBlank
        String unit();

        /** Secret of the client {@code portal} at the identity provider. */
        @NotBlank
        String clientSecret();

        /** Seals the session cookie, 32 characters at least; one that begins with {@code demo:} is refused unless this is a demonstration. */
        @Size(min = 32)
        String cookieKey();
    }

    /** The record of who read people's data. */
    Reading reading();

    interface Reading {
        /** How long a reading is kept. */
        @WithDefault("P730D")
        Duration kept();

        /** Within which time the same officer's looking at the same thing again is one reading. */
        @WithDefault("PT10M")
        Duration sameFor();
    }

    /** The register. */
    Register register();

    interface Register {
        /** How long the download of one export may take. */
        @WithDefault("PT15M")
        Duration exportTime();
    }

    /** The tracking token. */
    Tracking tracking();

    interface Tracking {
        /** EC P-256 private key that signs tracking tokens, PKCS#8 in Base64; its public half is motcua.tracking.public-key. */
        @NotBlank
        String privateKey();

        /** How often one address may be wrong about references, codes and PINs before it is slowed. */
        @WithDefault("20")
        @Min(1)
        int freeGuesses();

        /** Shown on slips and the tracking page: whom to ring. */
        Optional<String> hotline();
    }
}
