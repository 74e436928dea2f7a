package vn.motcua.bench;

import vn.motcua.devstack.SuitePart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor seconds and proportional memory of the processes at one moment, from {@code /proc}; PostgreSQL with all its backends.
 *
 * @param cpuSeconds user and system time since the start of the process
 * @param megabytes proportional set size
 */
record Footprint(Map<String, Double> cpuSeconds, Map<String, Double> megabytes) {
    private static final double TICKS_PER_SECOND = 100;
    static final String SELF = "bench (the load)";

    static Footprint now(Map<SuitePart, Long> pids) {
        Map<String, Double> cpu = new TreeMap<>();
        Map<String, Double> memory = new TreeMap<>();
        pids.forEach((part, pid) -> {
            cpu.put(part.label(), tree(pid).stream().mapToDouble(Footprint::cpu).sum() + buried(pid));
            memory.put(
                    part.label(), tree(pid).stream().mapToDouble(Footprint::pss).sum());
        });
        long self = ProcessHandle.current().pid();
        cpu.put(SELF, cpu(self));
        memory.put(SELF, pss(self));
        return new Footprint(cpu, memory);
    }

    /** Processor seconds spent since an earlier moment. */
    double since(Footprint earlier, String name) {
        return cpuSeconds.get(name) - earlier.cpuSeconds.getOrDefault(name, 0.0);
    }

    private static List<Long> tree(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                        .map(ProcessHandle::pid)
                        .toList())
                .orElse(List.of());
    }

    private static double cpu(long pid) {
        String[] fields = stat(pid);
        return fields == null ? 0 : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** What children that have ended spent. */
    private static double buried(long pid) {
        String[] fields = stat(pid);
        return fields == null ? 0 : (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }

    /** The fields of {@code /proc/<pid>/stat} after the name, whose spaces would shift them. */
    private static String[] stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return null;
        }
    }

    private static double pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
