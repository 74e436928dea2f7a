package vn.motcua.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.paper.proof.Archivable;
import vn.motcua.paper.proof.PrintedPage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class PaperTest {
    private static final String LINK = "https://motcua.example/ho-so/k7m2q9x4ab";

    @Test
    void a_page_may_go_to_the_archive_and_says_what_was_written_in_all_four_cuts() throws Exception {
        byte[] pdf = Paper.pdf(
                page("<p>Ủy ban nhân dân xã Mường Sại</p><b>Thuỷ, Thủy, Đặng</b><i>nghỉ lễ</i><b><i>Ngưỡng cửa</i></b>"
                        + "<p>" + QrCode.svg(LINK) + "</p>"));
        assertThat(Archivable.faults(pdf)).isEmpty();
        PrintedPage printed = PrintedPage.of(pdf);
        assertThat(printed.text())
                .contains("Ủy ban nhân dân xã Mường Sại", "Thuỷ, Thủy, Đặng", "nghỉ lễ", "Ngưỡng cửa", "1/1");
        assertThat(printed.code()).isEqualTo(LINK);
    }

    @Test
    void every_font_of_a_page_is_embedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(Paper.pdf(page("<p>thường</p><b>đậm</b><i>nghiêng</i>")))) {
            int fonts = 0;
            for (PDPage sheet : document.getPages()) {
                for (var name : sheet.getResources().getFontNames()) {
                    PDFont font = sheet.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts++;
                }
            }
            assertThat(fonts).isEqualTo(3);
        }
    }

    @Test
    void a_letter_that_no_font_has_breaks_no_page() throws Exception {
        byte[] pdf = Paper.pdf(page("<p>Tên: 漢字 😀 Nguyễn</p>"));
        assertThat(Archivable.faults(pdf)).isEmpty();
        assertThat(PrintedPage.text(pdf)).contains("Nguyễn");
    }

    @Test
    void nothing_is_loaded_from_anywhere() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        elsewhere.start();
        Path secret = Files.writeString(Files.createTempFile("paper", ".css"), "p{display:none}");
        try {
            String there = "http://localhost:" + elsewhere.getAddress().getPort();
            byte[] pdf = Paper.pdf("<html><head><title>t</title><link rel=\"stylesheet\" href=\"" + secret.toUri()
                    + "\"><link rel=\"stylesheet\" href=\"" + there + "/a.css\"><style>@import url(" + there
                    + "/b.css);p{background:url(" + there + "/d.png)}</style></head><body><img src=\"" + there
                    + "/c.png\"><p>vẫn đọc được</p></body></html>");
            assertThat(PrintedPage.text(pdf)).contains("vẫn đọc được");
            assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
            Files.delete(secret);
        }
    }

    @Test
    void pages_are_counted_at_their_foot() throws Exception {
        byte[] pdf = Paper.pdf(page("<p style=\"page-break-after:always\">một</p><p>hai</p>"));
        assertThat(PrintedPage.text(pdf)).contains("1/2", "2/2");
    }

    /** Drawn by poppler and read by zbar, which know nothing of this code; skipped where they are not installed. */
    @Test
    void a_long_code_of_five_centimetres_is_read_from_a_scan_of_150_dpi_wherever_it_lies(@TempDir Path folder)
            throws Exception {
        assumeTrue(installed("pdftoppm") && installed("zbarimg"), "poppler or zbar is not installed");
        Random random = new Random(150);
        Set<String> links = new TreeSet<>();
        StringBuilder cells =
                new StringBuilder("<style>img.qr{width:50mm!important;height:50mm!important}</style><table>");
        for (int i = 0; i < 12; i++) {
            byte[] token = new byte[190];
            random.nextBytes(token);
            String link = "https://motcua.example/xac-minh?t="
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
            links.add(link);
            cells.append(i % 3 == 0 ? "<tr>" : "")
                    .append("<td>")
                    .append(QrCode.longSvg(link))
                    .append("</td>");
        }
        Files.write(folder.resolve("page.pdf"), Paper.pdf(page(cells + "</table>")));
        run(folder, "pdftoppm", "-r", "150", "-f", "1", "-l", "1", "-singlefile", "-gray", "page.pdf", "page");
        String read = run(folder, "zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", "page.pgm");
        assertThat(new TreeSet<>(read.lines().toList())).isEqualTo(links);
    }

    private static String run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return said;
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    @Test
    void a_code_survives_a_parser_and_what_is_no_code_is_refused() {
        String svg = QrCode.svg(LINK);
        assertThat(QrCode.png(svg.replace("viewBox", "viewbox"))).isEqualTo(QrCode.png(svg));
        assertThatThrownBy(() -> QrCode.png("<svg/>")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QrCode.svg("x".repeat(4000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_paper_knows_no_noun_of_the_domain_and_stays_small() throws IOException {
        Pattern nouns = Pattern.compile("(?i)dossier|procedure|commune|citizen|reception");
        long lines = 0;
        for (Path source : sources()) {
            List<String> text = Files.readAllLines(source);
            lines += text.size();
            assertThat(text).as(source.toString()).noneMatch(line -> nouns.matcher(line)
                    .find());
        }
        assertThat(lines).isLessThanOrEqualTo(400);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(each -> each.toString().endsWith(".java")).toList();
        }
    }

    private static String page(String body) {
        return "<!DOCTYPE html><html lang=\"vi\"><head><title>t</title></head><body>" + body + "</body></html>";
    }
}
