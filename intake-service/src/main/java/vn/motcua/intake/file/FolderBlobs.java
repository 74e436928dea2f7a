package vn.motcua.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.NoSuchElementException;
import java.util.UUID;

/** A folder of dossiers, each a folder of sealed files. */
final class FolderBlobs implements Blobs {
    private final Path root;

    FolderBlobs(Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public Path spool() {
        return root.resolve("incoming");
    }

    @Override
    public void put(UUID dossierId, String name, Path sealed) throws IOException {
        Path folder = folder(dossierId);
        Files.createDirectories(folder);
        Files.move(sealed, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // the name is as durable as the bytes
        try (FileChannel listed = FileChannel.open(folder)) {
            listed.force(true);
        }
    }

    @Override
    public InputStream get(UUID dossierId, String name) throws IOException {
        try {
            return Files.newInputStream(folder(dossierId).resolve(name));
        } catch (NoSuchFileException absent) {
            throw new NoSuchElementException("no file " + name);
        }
    }

    @Override
    public void delete(UUID dossierId, String name) throws IOException {
        Files.deleteIfExists(folder(dossierId).resolve(name));
    }

    @Override
    public void deleteAll(UUID dossierId) throws IOException {
        Spool.delete(folder(dossierId));
    }

    private Path folder(UUID dossierId) {
        String id = dossierId.toString();
        return root.resolve("sealed").resolve(id.substring(id.length() - 2)).resolve(id);
    }
}
