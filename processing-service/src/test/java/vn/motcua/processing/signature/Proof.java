package vn.motcua.processing.signature;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A signed file before two independent judges. They are Debian's; where they are not installed their tests are skipped. */
public final class Proof {
    private static final int PATIENCE_SECONDS = 30;

    private final byte[] bytes;
    private final Path folder;

    private Proof(byte[] bytes, Path folder) {
        this.bytes = bytes;
        this.folder = folder;
    }

    public static Proof of(byte[] bytes, Path folder) throws IOException {
        Files.write(folder.resolve("signed.pdf"), bytes);
        return new Proof(bytes, folder);
    }

    public void assumePoppler() {
        assumeTrue(installed("pdfsig"), "poppler's pdfsig is not installed");
    }

    void assumeOpenssl() {
        assumeTrue(installed("openssl"), "openssl is not installed");
    }

    /** What poppler says of all signatures; certificates are left to OpenSSL. */
    public String pdfsig() throws Exception {
        return run("pdfsig", "-nocert", "signed.pdf");
    }

    /** What OpenSSL says of the signature over the signed bytes, against the root and its list in {@code root.pem}. */
    String openssl(Instant at) throws Exception {
        try (PDDocument document = PadesSignerTest.load(bytes)) {
            PDSignature signature = PadesSignerTest.signature(document);
            Files.write(folder.resolve("signature.der"), signature.getContents(bytes));
            Files.write(folder.resolve("content.bin"), signature.getSignedContent(bytes));
        }
        return run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "signature.der",
                "-content",
                "content.bin",
                "-CAfile",
                "root.pem",
                "-crl_check",
                "-purpose",
                "any",
                "-attime",
                Long.toString(at.getEpochSecond() + 1),
                "-out",
                "verified.bin");
    }

    /** What OpenSSL says of the time-stamp in {@code stamp.der} over {@code stamped.bin}, against the root in {@code root.pem}. */
    String stamp(Instant at) throws Exception {
        return run(
                "openssl",
                "ts",
                "-verify",
                "-token_in",
                "-in",
                "stamp.der",
                "-data",
                "stamped.bin",
                "-CAfile",
                "root.pem",
                "-attime",
                Long.toString(at.getEpochSecond() + 1));
    }

    private String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return said;
    }

    private static boolean installed(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}
