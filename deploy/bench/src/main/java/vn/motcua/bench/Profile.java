package vn.motcua.bench;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import vn.motcua.devstack.SuitePart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Flight recordings of the JVMs by {@code jcmd}, and their tops: by leaf method, by our own method, by library. */
final class Profile {
    private static final List<SuitePart> JVMS = List.of(
            SuitePart.INTAKE,
            SuitePart.PROCESSING,
            SuitePart.NOTIFICATION,
            SuitePart.GATEWAY,
            SuitePart.KAFKA,
            SuitePart.CATALOG);

    private final Map<SuitePart, Long> pids;
    private final Path folder;

    Profile(Map<SuitePart, Long> pids, Path folder) throws IOException {
        this.pids = pids;
        this.folder = Files.createDirectories(folder);
    }

    void begin() throws IOException, InterruptedException {
        for (SuitePart part : JVMS) {
            jcmd(part, "JFR.start", "name=bench", "settings=profile");
        }
    }

    void end() throws IOException, InterruptedException {
        for (SuitePart part : JVMS) {
            jcmd(part, "JFR.stop", "name=bench", "filename=" + folder.resolve(part.key() + ".jfr"));
        }
    }

    /** The costliest of each JVM, in per cent of its samples. */
    String tops(int lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (SuitePart part : JVMS) {
            Path file = folder.resolve(part.key() + ".jfr");
            if (Files.exists(file)) {
                text.append("\n### ").append(part.label()).append('\n').append(tops(file, lines));
            }
        }
        return text.toString();
    }

    private static String tops(Path file, int lines) throws IOException {
        List<List<RecordedFrame>> samples = new ArrayList<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                boolean sample = event.getEventType().getName().equals("jdk.ExecutionSample");
                if (sample && event.getStackTrace() != null) {
                    samples.add(event.getStackTrace().getFrames());
                }
            }
        }
        return samples.size() + " samples\n"
                + top("leaf", samples, frames -> Set.of(name(frames.get(0))), lines)
                + top("library under it", samples, Profile::library, lines)
                + top("in or below our method", samples, Profile::ours, lines);
    }

    private static String top(
            String title, List<List<RecordedFrame>> samples, Function<List<RecordedFrame>, Set<String>> by, int lines) {
        Map<String, Integer> counts = new HashMap<>();
        samples.forEach(frames -> by.apply(frames).forEach(name -> counts.merge(name, 1, Integer::sum)));
        StringBuilder text = new StringBuilder("-- ").append(title).append('\n');
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(lines)
                .forEach(e ->
                        text.append("%5.1f %%  %s%n".formatted(100.0 * e.getValue() / samples.size(), e.getKey())));
        return text.toString();
    }

    /** The package of the innermost frame that is not the JDK's. */
    private static Set<String> library(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")) {
                String[] parts = type.split("\\.");
                return Set.of(String.join(".", List.of(parts).subList(0, Math.min(4, parts.length - 1))));
            }
        }
        return Set.of("the JDK alone");
    }

    private static Set<String> ours(List<RecordedFrame> frames) {
        Set<String> names = new HashSet<>();
        for (RecordedFrame frame : frames) {
            String name = name(frame);
            if (name.startsWith("vn.motcua.") && !name.contains("_Subclass") && !name.contains("_ClientProxy")) {
                names.add(name);
            }
        }
        return names;
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private void jcmd(SuitePart part, String... command) throws IOException, InterruptedException {
        if (!pids.containsKey(part)) {
            return;
        }
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                pids.get(part).toString()));
        line.addAll(List.of(command));
        new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
