package vn.motcua.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class SpoolTest {
    @TempDir
    Path folder;

    /** Receives a file and is killed in the middle of it. */
    static final class Receiver {
        public static void main(String[] args) throws Exception {
            try (Spool spool = new Spool(Path.of(args[0]))) {
                Files.writeString(spool.arriving().path(), "half of a file");
                new CountDownLatch(1).await(60, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_file_that_was_not_moved_is_gone() throws IOException {
        try (Spool spool = new Spool(folder)) {
            Path path;
            try (Spool.Arriving arriving = spool.arriving()) {
                path = arriving.path();
                Files.writeString(path, "half of a file");
            }
            assertThat(path).doesNotExist();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_left_is_swept_and_what_another_receives_is_not() throws Exception {
        Process killed = receiver();
        try (Spool spool = new Spool(folder)) {
            spool.sweep();
            assertThat(halves()).isEqualTo(1);
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            assertThat(halves()).isEqualTo(1);
            spool.sweep();
            assertThat(halves()).isZero();
        }
    }

    @Test
    void a_folder_just_being_made_is_left_alone() throws IOException {
        Files.createDirectory(folder.resolve("new"));
        try (Spool spool = new Spool(folder)) {
            spool.sweep();
        }
        assertThat(folder.resolve("new")).exists();
    }

    @Test
    void half_a_file_of_a_store_from_before_is_swept_after_a_day_and_nothing_stops_at_what_cannot_be()
            throws IOException {
        Path old = Files.writeString(folder.resolve("old"), "half of a file");
        Path young = Files.writeString(folder.resolve("young"), "half of a file");
        long dayAgo = Files.getLastModifiedTime(old).toMillis() - TimeUnit.HOURS.toMillis(25);
        Files.setLastModifiedTime(old, FileTime.fromMillis(dayAgo));
        Files.createDirectories(folder.resolve("no lock").resolve("lock").resolve("but a folder"));
        try (Spool spool = new Spool(folder)) {
            spool.sweep();
        }
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private Process receiver() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Receiver.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        await().atMost(60, TimeUnit.SECONDS).until(() -> halves() == 1);
        return process;
    }

    private long halves() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(each -> !each.getFileName().toString().equals("lock"))
                    .count();
        }
    }
}
