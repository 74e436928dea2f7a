package vn.motcua.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder as it was before files were sealed: plain bytes by their SHA-256 in two levels of folders; read only, until it is empty. */
final class PlainFiles {
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
        return !folders().isEmpty();
    }

    /** Removes all but those still needed. */
    void removeUnless(Predicate<String> needed) {
        for (Path folder : folders()) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    remove(each, needed);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void remove(Path each, Predicate<String> needed) throws IOException {
        if (Files.isRegularFile(each)) {
            if (!needed.test(each.getFileName().toString())) {
                Files.deleteIfExists(each);
            }
            return;
        }
        try (Stream<Path> inside = Files.list(each)) {
            if (inside.findAny().isPresent()) {
                return;
            }
        }
        Files.deleteIfExists(each);
    }

    private List<Path> folders() {
        if (root == null || !Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(each -> each.getFileName().toString().matches("[0-9a-f]{2}"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
