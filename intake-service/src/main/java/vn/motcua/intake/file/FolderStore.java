package vn.motcua.intake.file;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder of files named by their SHA-256. A file comes in under a name of its own, is flushed to disk and then renamed. */
@ApplicationScoped
class FolderStore implements FileStore {
    private static final int BUFFER = 64 * 1024;
    private static final Duration ABANDONED_AFTER = Duration.ofHours(24);

    private final Path root;
    private final Path incoming;

    @Inject
    FolderStore(IntakeConfig config) {
        this(config.files());
    }

    FolderStore(Path root) {
        this.root = root.toAbsolutePath();
        this.incoming = this.root.resolve("incoming");
    }

    void start(@Observes StartupEvent event) {
        sweep();
    }

    @Override
    public StoredFile put(InputStream content, long maxBytes) {
        Path arriving = incoming.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(incoming);
            StoredFile file = receive(content, arriving, maxBytes);
            Path place = place(file.sha256());
            Files.createDirectories(place.getParent());
            Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            discard(arriving);
        }
    }

    @Override
    public InputStream get(String sha256) {
        if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
            throw new NoSuchElementException("no such file");
        }
        try {
            return Files.newInputStream(place(sha256));
        } catch (NoSuchFileException absent) {
            throw new NoSuchElementException("no file " + sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile receive(InputStream content, Path arriving, long maxBytes) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        int first = content.readNBytes(buffer, 0, MediaTypes.LOOKED_AT);
        String mediaType = MediaTypes.of(Arrays.copyOf(buffer, first));
        if (mediaType == null) {
            throw new ProblemException(Problems.UNSUPPORTED_MEDIA_TYPE).with("accepted", MediaTypes.ACCEPTED);
        }
        long size = 0;
        try (FileChannel file = FileChannel.open(arriving, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = first; read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new ProblemException(Problems.PAYLOAD_TOO_LARGE).with("maxBytes", maxBytes);
                }
                digest.update(buffer, 0, read);
                writeAll(file, ByteBuffer.wrap(buffer, 0, read));
            }
            file.force(true);
        }
        return new StoredFile(HexFormat.of().formatHex(digest.digest()), size, mediaType);
    }

    private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static void discard(Path arriving) {
        try {
            Files.deleteIfExists(arriving);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a killed process left half-written; the age is measured by the disk's own clock. */
    private void sweep() {
        try {
            Files.createDirectories(incoming);
            Path now = Files.createTempFile(incoming, "now", null);
            FileTime limit =
                    FileTime.from(Files.getLastModifiedTime(now).toInstant().minus(ABANDONED_AFTER));
            Files.delete(now);
            try (Stream<Path> left = Files.list(incoming)) {
                for (Path each : left.toList()) {
                    if (Files.getLastModifiedTime(each).compareTo(limit) < 0) {
                        Files.deleteIfExists(each);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("intake.files is not usable: " + root, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
