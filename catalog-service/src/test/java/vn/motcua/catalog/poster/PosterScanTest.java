package vn.motcua.catalog.poster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalog.qr.QrCode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every code of a sheet is read again by a reader that is not ours (zbar), from the sheet as a printer and a pocket leave it:
 * 150 dpi, rotated by 7°, a stain over a tenth of each code.
 */
@QuarkusTest
class PosterScanServiceTest {
    private static final int DPI = 150;
    private static final double DEGREES = 7;
    private static final double STAINED = 0.1;
    private static final Color COFFEE = new Color(0x4a2f1b);
    /** Sheets that one run of the reader is given. */
    private static final int TOGETHER = 24;

    private static final Pattern SOURCE = Pattern.compile("<source href='([^']+)'>(.*?)</source>", Pattern.DOTALL);
    private static final Pattern SYMBOL = Pattern.compile("<data><!\\[CDATA\\[([^\\]]+)\\]\\]>");

    @BeforeAll
    static void there_is_a_reader() throws Exception {
        boolean found;
        try {
            found = new ProcessBuilder("zbarimg", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            found = false;
        }
        assumeTrue(found, "no zbarimg on this machine, nothing was proven (Debian: apt-get install zbar-tools)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.000815", "1.001193", "1.013229", "1.011441", "1.004222", "1.001612"})
    void the_code_of_a_poster_is_read_on_a5_and_a4(String code) throws Exception {
        for (String size : new String[] {"A5", "A4"}) {
            try (PDDocument pdf = PosterResourceTest.pdf("procedures/" + code + "/poster.pdf?size=" + size)) {
                reads(pdf, 0, List.of("/thu-tuc/" + code));
            }
        }
    }

    @Test
    void every_code_of_a_board_is_read_on_every_sheet() throws Exception {
        try (PDDocument pdf = PosterResourceTest.pdf("fields/chung-thuc/board.pdf")) {
            List<String> codes = io.restassured.RestAssured.given()
                    .queryParam("field", "Chứng thực")
                    .get("/api/catalog/procedures?limit=100")
                    .jsonPath()
                    .getList("items.code");
            List<String> found = new ArrayList<>();
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                int cards = Math.min(FieldBoard.CARDS, codes.size() - page * FieldBoard.CARDS);
                List<String> texts = reads(pdf, page, null);
                assertThat(texts).hasSize(cards + 1).anyMatch(text -> text.endsWith("/linh-vuc/chung-thuc"));
                found.addAll(texts);
            }
            assertThat(found).anyMatch(text -> text.endsWith("/thu-tuc/2.000815"));
            for (String code : codes) {
                assertThat(found).anyMatch(text -> text.endsWith("/thu-tuc/" + code));
            }
        }
    }

    /** A unit whose board is known: nobody's sheet is left out. */
    @Test
    void every_sheet_of_a_wall_is_read() throws Exception {
        String unit = "79-27139-20250701";
        List<String> codes = io.restassured.RestAssured.given()
                .get("/api/catalog/units/" + unit + "/procedures?limit=100")
                .jsonPath()
                .getList("items.code");
        try (PDDocument pdf = PosterResourceTest.pdf("units/" + unit + "/wall.pdf?size=A4")) {
            List<List<String>> sheets = readAll(pdf);
            int index = pdf.getNumberOfPages() - 1 - codes.size();
            assertThat(sheets.get(0)).singleElement().asString().endsWith("/don-vi/" + unit);
            assertThat(sheets.subList(1, 1 + index)).allMatch(List::isEmpty);
            assertThat(sheets.subList(1 + index, sheets.size()))
                    .allSatisfy(texts -> assertThat(texts).hasSize(1))
                    .extracting(texts -> texts.get(0).replaceFirst(".*/thu-tuc/", ""))
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @Test
    void every_sheet_of_a_small_wall_is_read_on_a5() throws Exception {
        try (PDDocument pdf = PosterResourceTest.pdf("units/31-11824-20250701/wall.pdf?size=A5")) {
            assertThat(readAll(pdf).stream().flatMap(List::stream).distinct()).hasSize(1 + 10);
        }
    }

    /** The largest wall hangs the posters of all procedures, drawn as those above. */
    @Test
    void the_cover_of_the_largest_wall_and_sheets_all_over_it_are_read() throws Exception {
        try (PDDocument pdf = PosterResourceTest.pdf("units/14-03712-20250701/wall.pdf")) {
            reads(pdf, 0, List.of("/don-vi/14-03712-20250701"));
            for (int page = pdf.getNumberOfPages() - 1; page > 60; page -= 71) {
                assertThat(reads(pdf, page, null)).hasSize(1);
            }
        }
    }

    /** What is read of each page, clean and then soiled and turned, which is the same. */
    private static List<List<String>> readAll(PDDocument pdf) throws Exception {
        PDFRenderer renderer = new PDFRenderer(pdf);
        List<List<String>> all = new ArrayList<>();
        for (int from = 0; from < pdf.getNumberOfPages(); from += TOGETHER) {
            List<BufferedImage> sheets = new ArrayList<>();
            for (int page = from; page < Math.min(pdf.getNumberOfPages(), from + TOGETHER); page++) {
                sheets.add(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY));
            }
            List<List<String>> clean = read(sheets);
            for (int i = 0; i < sheets.size(); i++) {
                sheets.set(i, soiled(sheets.get(i), clean.get(i)));
            }
            assertThat(read(sheets)).isEqualTo(clean);
            all.addAll(clean);
        }
        return all;
    }

    private static BufferedImage soiled(BufferedImage sheet, List<String> texts) throws Exception {
        if (!texts.isEmpty()) {
            Map<String, Rectangle2D> places = places(sheet);
            assertThat(places.keySet()).containsExactlyInAnyOrderElementsOf(texts);
            places.values().forEach(place -> stain(sheet, place));
        }
        return turned(sheet);
    }

    /** Reads the clean sheet, soils and turns it, and reads the same again. */
    private static List<String> reads(PDDocument pdf, int page, List<String> expected) throws Exception {
        BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page, DPI, ImageType.RGB);
        List<String> texts = read(image);
        if (expected != null) {
            assertThat(texts).hasSameSizeAs(expected).first().asString().endsWith(expected.get(0));
        }
        Map<String, Rectangle2D> places = places(image);
        assertThat(places.keySet()).containsExactlyInAnyOrderElementsOf(texts);
        places.values().forEach(place -> stain(image, place));
        assertThat(read(turned(image))).isNotEmpty().isEqualTo(texts);
        return texts;
    }

    /** Where the codes are, by the middles of their finder patterns; says nothing about whether another reader reads them. */
    private static Map<String, Rectangle2D> places(BufferedImage image) throws Exception {
        Map<String, Rectangle2D> places = new HashMap<>();
        for (Result found : new QRCodeMultiReader()
                .decodeMultiple(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))),
                        Map.of(DecodeHintType.TRY_HARDER, true))) {
            ResultPoint below = found.getResultPoints()[0];
            ResultPoint corner = found.getResultPoints()[1];
            int modules = QrCode.onPaper(found.getText()).side();
            double module = (below.getY() - corner.getY()) / (modules - 7);
            places.put(
                    found.getText(),
                    new Rectangle2D.Double(
                            corner.getX() - 3.5 * module,
                            corner.getY() - 3.5 * module,
                            modules * module,
                            modules * module));
        }
        return places;
    }

    /** An ellipse of a tenth of the code, right of its middle and below, where no finder pattern is. */
    private static void stain(BufferedImage image, Rectangle2D code) {
        double area = code.getWidth() * code.getHeight() * STAINED;
        double width = Math.sqrt(area / Math.PI * 1.3) * 2;
        double height = area / Math.PI * 4 / width;
        Graphics2D pen = image.createGraphics();
        pen.setColor(COFFEE);
        pen.fill(new Ellipse2D.Double(
                code.getCenterX() + code.getWidth() * 0.05 - width / 2,
                code.getCenterY() + code.getHeight() * 0.05 - height / 2,
                width,
                height));
        pen.dispose();
    }

    private static BufferedImage turned(BufferedImage image) {
        double turn = Math.toRadians(DEGREES);
        int width = (int) (image.getWidth() * Math.cos(turn) + image.getHeight() * Math.sin(turn)) + 2;
        int height = (int) (image.getHeight() * Math.cos(turn) + image.getWidth() * Math.sin(turn)) + 2;
        BufferedImage turned = new BufferedImage(width, height, image.getType());
        Graphics2D pen = turned.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        AffineTransform place = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        place.rotate(turn);
        place.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        pen.drawImage(image, place, null);
        pen.dispose();
        return turned;
    }

    private static List<String> read(BufferedImage image) throws Exception {
        return read(List.of(image)).get(0);
    }

    /** What zbar reads of each, sorted; one run for all of them. */
    private static List<List<String>> read(List<BufferedImage> images) throws Exception {
        Files.createDirectories(PosterResourceTest.DRAWN);
        List<Path> files = new ArrayList<>();
        Path answer = Files.createTempFile(PosterResourceTest.DRAWN, "scan", ".xml");
        try {
            List<String> command = new ArrayList<>(List.of("zbarimg", "--xml", "-q", "-Sdisable", "-Sqrcode.enable"));
            for (BufferedImage image : images) {
                Path file = Files.createTempFile(PosterResourceTest.DRAWN, "scan", ".pgm");
                files.add(file);
                write(image, file);
                command.add(file.toString());
            }
            Process reader = new ProcessBuilder(command)
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(reader.waitFor(120, TimeUnit.SECONDS)).isTrue();
            Map<String, List<String>> found = new HashMap<>();
            Matcher source = SOURCE.matcher(Files.readString(answer, StandardCharsets.UTF_8));
            while (source.find()) {
                found.put(
                        source.group(1),
                        SYMBOL.matcher(source.group(2))
                                .results()
                                .map(symbol -> symbol.group(1))
                                .sorted()
                                .toList());
            }
            return files.stream()
                    .map(file -> found.getOrDefault(file.toString(), List.of()))
                    .toList();
        } finally {
            Files.delete(answer);
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** As grey values one after the other, which costs no compressing. */
    private static void write(BufferedImage image, Path file) throws IOException {
        BufferedImage grey = image;
        if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = grey.createGraphics();
            pen.drawImage(image, 0, 0, null);
            pen.dispose();
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(
                    ("P5 " + grey.getWidth() + " " + grey.getHeight() + " 255\n").getBytes(StandardCharsets.US_ASCII));
            out.write(((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
        }
    }
}
