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
import java.io.IOException;
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

import javax.imageio.ImageIO;

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

    @Test
    void the_cover_of_a_wall_and_sheets_all_over_it_are_read() throws Exception {
        try (PDDocument pdf = PosterResourceTest.pdf("units/14-03712-20250701/wall.pdf")) {
            reads(pdf, 0, List.of("/don-vi/14-03712-20250701"));
            for (int page = pdf.getNumberOfPages() - 1; page > 60; page -= 71) {
                assertThat(reads(pdf, page, null)).hasSize(1);
            }
        }
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
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
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

    /** What zbar reads, sorted. */
    private static List<String> read(BufferedImage image) throws Exception {
        Files.createDirectories(PosterResourceTest.DRAWN);
        Path file = Files.createTempFile(PosterResourceTest.DRAWN, "scan", ".png");
        Path answer = Files.createTempFile(PosterResourceTest.DRAWN, "scan", ".xml");
        try {
            ImageIO.write(image, "png", file.toFile());
            Process reader = new ProcessBuilder(
                            "zbarimg", "--xml", "-q", "-Sdisable", "-Sqrcode.enable", file.toString())
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
            Matcher symbol = SYMBOL.matcher(Files.readString(answer, StandardCharsets.UTF_8));
            List<String> found = new ArrayList<>();
            while (symbol.find()) {
                found.add(symbol.group(1));
            }
            found.sort(null);
            return found;
        } finally {
            Files.delete(file);
            Files.delete(answer);
        }
    }
}
