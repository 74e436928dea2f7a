package vn.motcua.catalog.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

class QrCodeTest {
    private static final String ADDRESS = "http://localhost:8080/thu-tuc/2.000815";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\d+z");

    @Test
    void the_png_reads_as_the_address() throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(QrCode.of(ADDRESS).png()));
        assertThat(read(image)).isEqualTo(ADDRESS);
    }

    @Test
    void the_drawn_svg_reads_as_the_address() throws Exception {
        assertThat(read(drawn(QrCode.of(ADDRESS).svg()))).isEqualTo(ADDRESS);
    }

    @Test
    void a_stain_over_a_tenth_of_it_does_no_harm() throws Exception {
        BufferedImage image = drawn(QrCode.of(ADDRESS).svg());
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        int side = (int) (image.getWidth() * Math.sqrt(0.1) * 0.8);
        pen.fillRect(image.getWidth() / 2 - side / 2, image.getHeight() / 2 - side / 2, side, side);
        pen.dispose();
        assertThat(read(image)).isEqualTo(ADDRESS);
    }

    @Test
    void the_svg_has_a_quiet_zone_of_four_modules() {
        QrCode code = QrCode.of(ADDRESS);
        for (int i = 0; i < code.modules().getWidth(); i++) {
            for (int edge = 0; edge < 4; edge++) {
                assertThat(code.modules().get(i, edge)).isFalse();
                assertThat(code.modules().get(edge, i)).isFalse();
            }
        }
    }

    @Test
    void a_png_is_exactly_as_large_as_asked_and_reads_as_the_address() throws Exception {
        for (int pixels : new int[] {120, 333, 1000}) {
            BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(QrCode.of(ADDRESS).png(pixels)));
            assertThat(image.getWidth()).isEqualTo(pixels);
            assertThat(image.getHeight()).isEqualTo(pixels);
            assertThat(read(image)).isEqualTo(ADDRESS);
        }
    }

    @Test
    void the_quiet_zone_is_as_wide_as_asked() {
        int bare = QrCode.of(ADDRESS, 0).side();
        assertThat(QrCode.of(ADDRESS, 16).side()).isEqualTo(bare + 32);
        assertThat(QrCode.of(ADDRESS, 0).modules().get(0, 0)).isTrue();
        assertThat(QrCode.of(ADDRESS).side()).isEqualTo(bare + 2 * QrCode.QUIET);
    }

    /** Draws what {@link QrCode#svg()} writes, eight pixels to a module. */
    static BufferedImage drawn(String svg) {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(size.find()).isTrue();
        int pixels = Integer.parseInt(size.group(1)) * 8;
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, pixels, pixels);
        pen.setColor(Color.BLACK);
        Matcher run = RUN.matcher(svg.substring(svg.lastIndexOf("<path")));
        while (run.find()) {
            pen.fillRect(number(run, 1) * 8, number(run, 2) * 8, number(run, 3) * 8, 8);
        }
        pen.dispose();
        return image;
    }

    private static int number(Matcher run, int group) {
        return Integer.parseInt(run.group(group));
    }

    private static String read(BufferedImage image) throws Exception {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
    }
}
