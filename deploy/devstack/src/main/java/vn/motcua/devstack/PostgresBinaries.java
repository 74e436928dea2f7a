package vn.motcua.devstack;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * PostgreSQL's programs, unpacked once per version from the zonky jar on the class path into the cache folder. The archive
 * holds {@code initdb}, {@code pg_ctl} and {@code postgres} with ICU and all of contrib (unaccent, pg_trgm,
 * pg_stat_statements).
 */
final class PostgresBinaries {

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /** The folder with {@code bin/postgres}; unpacks it when it is not there yet. */
    static synchronized Path folder() {
        URL archive = PostgresBinaries.class.getClassLoader().getResource(ARCHIVE);
        if (archive == null) {
            throw new IllegalStateException("No PostgreSQL binaries for " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": use -Dstack=containers here");
        }
        Path target = Folders.cache().resolve("postgres-" + version(archive));
        if (!Files.isExecutable(target.resolve("bin/postgres"))) {
            unpack(archive, target);
        }
        return target;
    }

    private static String version(URL archive) {
        var matcher = java.util.regex.Pattern.compile("linux-amd64-([0-9][0-9.]*)\\.jar")
                .matcher(archive.toString());
        return matcher.find() ? matcher.group(1) : "unknown".toLowerCase(Locale.ROOT);
    }

    private static void unpack(URL archive, Path target) {
        try {
            Files.createDirectories(target.getParent());
            Path fresh = Files.createTempDirectory(target.getParent(), "postgres-unpacking-");
            try (InputStream in = new BufferedInputStream(archive.openStream());
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, fresh);
                }
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            moveInPlace(fresh, target);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked into " + target, e);
        }
    }

    private static void moveInPlace(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            // another process was faster; both unpacked the same
            Folders.delete(fresh);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("Archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(root.resolve(entry.getLinkName()), path);
        } else {
            Files.copy(tar, path);
            String executable = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable));
        }
    }
}
