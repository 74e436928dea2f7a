package vn.motcua.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class ChildTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void a_child_ends_when_its_parent_was_killed_without_warning() throws Exception {
        Process parent = Java.main(ParentMain.class.getName(), List.of(), List.of(folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        Path pidFile = folder.resolve("sleeper.pid");
        await().atMost(LIMIT).until(() -> Files.exists(pidFile) && pid(pidFile) > 0);
        long sleeper = pid(pidFile);
        assertThat(ProcessHandle.of(sleeper)).isPresent();

        parent.destroyForcibly().waitFor();

        await().atMost(LIMIT)
                .until(() ->
                        ProcessHandle.of(sleeper).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void the_next_start_ends_what_a_killed_run_left_behind() throws Exception {
        Path pidFile = folder.resolve("left.pid");
        Process left = new ProcessBuilder("sleep", "600").start();
        long started = left.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(pidFile, left.pid() + " " + started);

        new Child("left", pidFile, folder.resolve("left.log"), "TERM").endLeftover();

        assertThat(left.isAlive()).isFalse();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void a_stranger_with_a_reused_process_id_is_left_alone() throws Exception {
        Path pidFile = folder.resolve("left.pid");
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(pidFile, stranger.pid() + " 1");

            new Child("left", pidFile, folder.resolve("left.log"), "TERM").endLeftover();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(pidFile).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_child_that_ended_is_told_with_its_log() {
        Child child = new Child("short", null, folder.resolve("short.log"), "TERM");
        child.start(new ProcessBuilder("sh", "-c", "exit 3"));
        assertThatThrownBy(() -> Await.until(child, LIMIT, Duration.ofMillis(20), () -> false))
                .hasMessageContaining("short ended with code 3")
                .hasMessageContaining("short.log");
    }

    private static long pid(Path file) {
        try {
            String text = Files.readString(file).trim();
            return text.contains(" ") ? Long.parseLong(text.split(" ")[0]) : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
