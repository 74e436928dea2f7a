package vn.motcua.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The logs of the parts: one file each and one older one. */
final class LogFiles {

    private static final long TAIL_BYTES = 32_768;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogFiles() {}

    /** Puts the logs of the last run aside. */
    static void rotate(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            for (Path log : logs) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a log says in its last lines, for people: of a JSON line its level, message and first cause. */
    static List<String> lastWords(Path log, int lines) {
        return tail(log, lines).stream().map(LogFiles::readable).toList();
    }

    private static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode json = JSON.readTree(line);
            String words =
                    json.path("level").asText() + " " + json.path("message").asText();
            String cause = json.path("stackTrace")
                    .asText()
                    .lines()
                    .filter(each -> each.startsWith("Caused by: "))
                    .reduce("", (first, last) -> last);
            return cause.isEmpty() ? words : words + ": " + cause;
        } catch (IOException e) {
            return line;
        }
    }

    /** The last lines of a log. */
    private static List<String> tail(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
