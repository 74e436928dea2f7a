package vn.motcua.intake.file;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What lies in folders where other processes come and go: a file that is gone by now is none. */
final class Disk {
    private static final Logger LOG = Logger.getLogger(Disk.class);

    private Disk() {}

    /**
     * Makes a folder, or takes one that is there, for this account alone (mode 0700).
     *
     * @throws UncheckedIOException where it cannot be made, or is another account's
     */
    static void close(Path folder) {
        try {
            Files.createDirectories(folder);
            PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException where the folder cannot be listed */
    static List<Path> in(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The files right in a folder that were last written so long ago by the disk's own clock; none where there is no such folder.
     *
     * @throws UncheckedIOException where the folder cannot be used
     */
    static List<Path> older(Path folder, Duration age) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        FileTime limit = ago(folder, age);
        List<Path> older = new ArrayList<>();
        for (Path each : in(folder)) {
            try {
                if (Files.isRegularFile(each) && Files.getLastModifiedTime(each).compareTo(limit) < 0) {
                    older.add(each);
                }
            } catch (NoSuchFileException gone) {
                LOG.debugf("%s went meanwhile", each.getFileName());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return older;
    }

    private static FileTime ago(Path folder, Duration age) {
        try {
            Path now = Files.createTempFile(folder, "now", null);
            try {
                return FileTime.from(Files.getLastModifiedTime(now).toInstant().minus(age));
            } finally {
                Files.delete(now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but those that cannot be deleted, which are told in the log. */
    static void delete(List<Path> files) {
        for (Path each : files) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                LOG.errorf(e, "%s is not deleted", each.getFileName());
            }
        }
    }
}
