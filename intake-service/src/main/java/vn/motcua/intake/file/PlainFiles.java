package vn.motcua.intake.file;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder as it was before files were sealed: plain bytes by their SHA-256 in two levels of folders; read only, until it is empty. */
final class PlainFiles {
    private static final Logger LOG = Logger.getLogger(PlainFiles.class);

    private final Path root;

    /** @param root null for none */
    PlainFiles(Path root) {
        this.root = root;
    }

    /** @throws NoSuchElementException if it is not here */
    InputStream get(String sha256) {
        if (root == null) {
            throw new NoSuchElementException("no file " + sha256);
        }
        try {
            return new CheckedContent(
                    Files.newInputStream(root.resolve(sha256.substring(0, 2))
                            .resolve(sha256.substring(2, 4))
                            .resolve(sha256)),
                    sha256);
        } catch (NoSuchFileException absent) {
            throw new NoSuchElementException("no file " + sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean any() {
        Path incoming = incoming();
        return !folders().isEmpty()
                || incoming != null
                        && Files.isDirectory(incoming)
                        && Disk.in(incoming).stream().anyMatch(Files::isRegularFile);
    }

    /** The first two digits of the files that lie here, in order. */
    List<String> folders() {
        if (root == null || !Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{2}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes the files of a folder that are told to be sealed, and the folder once it is empty.
     *
     * @return how many stay
     */
    int remove(String folder, Predicate<String> sealed) {
        int stay = 0;
        for (Path each : deepestFirst(root.resolve(folder))) {
            try {
                if (Files.isDirectory(each)) {
                    removeEmpty(each);
                } else if (sealed.test(each.getFileName().toString())) {
                    Files.deleteIfExists(each);
                } else {
                    stay++;
                }
            } catch (IOException e) {
                LOG.errorf(e, "%s is not removed", each.getFileName());
                stay++;
            }
        }
        return stay;
    }

    private static List<Path> deepestFirst(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                return;
            }
        }
        Files.deleteIfExists(folder);
    }

    /** Removes what processes of before left half-received, in plain. */
    void removeHalves() {
        Disk.delete(Spool.leftIn(incoming()));
    }

    private Path incoming() {
        return root == null ? null : root.resolve("incoming");
    }
}
