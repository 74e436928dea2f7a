package vn.motcua.notification.feedback;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Files of a form, looked at by their content; the request's own copies are deleted with it. */
final class UploadedFiles {
    private UploadedFiles() {}

    /** Those that may be kept; at most one more than may be sent is read. */
    static List<FileKind.Checked> checked(List<FileUpload> files) {
        return files.stream()
                .limit(FileKind.MOST + 1L)
                .filter(each -> each.size() <= FileKind.BYTES_MOST)
                .map(UploadedFiles::read)
                .flatMap(bytes -> FileKind.check(bytes).stream())
                .toList();
    }

    private static byte[] read(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
