package vn.motcua.bench;

import org.HdrHistogram.Histogram;
import vn.motcua.devstack.SuitePart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code bench attachments}: PDFs of 25 MB put to and got from papers through the gateway by several clients at once, and what memory
 * intake takes for it.
 */
final class AttachmentsRun {
    private static final String DOSSIERS = "/api/intake/dossiers";
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double MEGABYTE = 1024.0 * 1024;

    private final Options options;
    private final Target target;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicBoolean over = new AtomicBoolean();
    private double peak;
    private long heapPeak;

    /** One client's paper, with its newest ETag. */
    private static final class Desk {
        private final Staff staff;
        private final URI paper;
        private String etag;

        Desk(Staff staff, URI paper, String etag) {
            this.staff = staff;
            this.paper = paper;
            this.etag = etag;
        }
    }

    AttachmentsRun(Options options, Target target, PrintStream out) {
        this.options = options;
        this.target = target;
        this.out = out;
    }

    void run() throws Exception {
        int clients = options.number("clients", 4);
        int seconds = options.number("seconds", 30);
        byte[] pdf = pdf(options.number("megabytes", 25));
        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            desks.add(desk(i));
        }
        double before = memory();
        long heapBefore = heap();
        Thread watch = new Thread(this::watch, "memory");
        watch.start();
        all(desks, desk -> upload(desk, pdf), options.number("warmup", 20));
        out.printf(
                "%n%d clients, files of %.1f MB, %d s each after %d s of warm-up, load of the machine %.1f%n%n",
                clients, pdf.length / MEGABYTE, seconds, options.number("warmup", 20), CatalogueRun.load());
        out.printf("| | files | MB/s | p50 s | p95 s |%n|---|--:|--:|--:|--:|%n");
        report("uploads", all(desks, desk -> upload(desk, pdf), seconds), seconds, pdf.length);
        report("downloads", all(desks, this::download, seconds), seconds, pdf.length);
        over.set(true);
        watch.join();
        out.printf(
                "%nintake: proportional memory %.0f MB before, %.0f MB at most; heap used %.0f MB before, %.0f MB at most%n",
                before, peak, heapBefore / 1024.0, heapPeak / 1024.0);
    }

    private Desk desk(int seed) {
        Staff staff = Staff.loggedIn(target.gateway());
        try (Client client = new Client(target.gateway(), staff, new Pace(), seed)) {
            Lifecycle lifecycle = new Lifecycle(client);
            lifecycle.open();
            Map.Entry<String, String> paper = lifecycle.paper();
            String path = DOSSIERS + "/" + lifecycle.id() + "/papers/" + paper.getKey() + "/content";
            return new Desk(staff, target.gateway().resolve(path), paper.getValue());
        }
    }

    private interface Step {
        void take(Desk desk) throws IOException, InterruptedException;
    }

    /** Each client again and again until the time is over; what is under way then is finished and counted. */
    private Histogram all(List<Desk> desks, Step step, int seconds) throws InterruptedException {
        Histogram times = new Histogram(600_000, 3);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> threads = new ArrayList<>();
        for (Desk desk : desks) {
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < until) {
                    long begin = System.nanoTime();
                    try {
                        step.take(desk);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    synchronized (times) {
                        times.recordValue(Math.max(1, (System.nanoTime() - begin) / 1_000_000));
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return times;
    }

    private void upload(Desk desk, byte[] pdf) throws IOException, InterruptedException {
        HttpRequest request = request(desk)
                .header("If-Match", desk.etag)
                .header("Content-Type", "application/pdf")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(pdf))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("upload: " + answer.statusCode() + " " + answer.body());
        }
        desk.etag = answer.headers().firstValue("ETag").orElseThrow();
    }

    private void download(Desk desk) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(request(desk).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            long read = body.transferTo(java.io.OutputStream.nullOutputStream());
            long whole = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
            if (answer.statusCode() != 200 || read != whole) {
                throw new IllegalStateException("download: " + answer.statusCode() + ", " + read + " bytes");
            }
        }
    }

    private static HttpRequest.Builder request(Desk desk) {
        return HttpRequest.newBuilder(desk.paper)
                .header("Authorization", "Bearer " + desk.staff.reception().value());
    }

    private void report(String name, Histogram times, int seconds, int bytes) {
        long files = times.getTotalCount();
        out.printf(
                "| %s | %d | %.1f | %.2f | %.2f |%n",
                name,
                files,
                files * bytes / MEGABYTE / seconds,
                times.getValueAtPercentile(50) / 1000.0,
                times.getValueAtPercentile(95) / 1000.0);
    }

    private void watch() {
        while (!over.get()) {
            peak = Math.max(peak, memory());
            heapPeak = Math.max(heapPeak, heap());
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private double memory() {
        return Footprint.now(target.pids()).megabytes().getOrDefault(SuitePart.INTAKE.label(), 0.0);
    }

    /** Kilobytes of heap in use, garbage included; 0 where the virtual machine does not say. */
    private long heap() {
        try {
            Process asked = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(target.pids().get(SuitePart.INTAKE)),
                            "GC.heap_info")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            long used = 0;
            for (String line : said.split("\n")) {
                Matcher found = USED.matcher(line);
                if (!line.contains("Metaspace") && !line.contains("class space") && found.find()) {
                    used += Long.parseLong(found.group(1));
                }
            }
            return used;
        } catch (IOException e) {
            return 0;
        }
    }

    /** A PDF of one page whose picture does not compress. */
    private static byte[] pdf(int megabytes) {
        int size = (int) (megabytes * MEGABYTE) - 2_000;
        byte[] noise = new byte[size];
        new SplittableRandom(1).nextBytes(noise);
        ByteArrayOutputStream file = new ByteArrayOutputStream(size + 2_000);
        file.writeBytes(("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Length " + size
                        + ">>stream\n")
                .getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(noise);
        file.writeBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }
}
