package vn.motcua.intake.file;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where files arrive, sealed already: a folder per process, held by a lock that ends with the process, so that what a killed one left
 * is told from what another is just receiving.
 */
final class Spool implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final String LOCK = "lock";
    private static final Duration NOBODY_RECEIVES_LONGER = Duration.ofDays(1);

    private final Path root;
    private final Path own;
    private final FileChannel channel;
    private final FileLock lock;

    /** @throws UncheckedIOException where the folder cannot be used */
    Spool(Path root) {
        this.root = root;
        this.own = root.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(own);
            channel = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.lock();
        } catch (IOException e) {
            throw new UncheckedIOException("files cannot arrive in " + root, e);
        }
    }

    /** A file on its way in, gone when it is closed unless it was moved. */
    record Arriving(Path path) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Arriving arriving() {
        return new Arriving(own.resolve(UUID.randomUUID().toString()));
    }

    /** Removes what processes that are no more left half-written, those of before files were sealed too. */
    void sweep() {
        for (Path each : Disk.in(root)) {
            try {
                if (Files.isDirectory(each) && !each.equals(own) && left(each)) {
                    delete(each);
                    LOG.infof("swept what a process left in %s", each.getFileName());
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.errorf(e, "what a process left in %s is not swept", each.getFileName());
            }
        }
        Disk.delete(leftIn(root));
    }

    /** Half-received files of a store from before, which had no folders per process. */
    static List<Path> leftIn(Path folder) {
        return Disk.older(folder, NOBODY_RECEIVES_LONGER);
    }

    /** A folder whose lock can be had is nobody's; one without the lock file is just being made, or swept by another. */
    private static boolean left(Path folder) throws IOException {
        try (FileChannel of = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock had = of.tryLock()) {
            return had != null;
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            return false;
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
            delete(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
