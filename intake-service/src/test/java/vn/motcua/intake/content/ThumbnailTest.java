package vn.motcua.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.intake.file.SamplePdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.imageio.ImageIO;

class ThumbnailTest {
    @TempDir
    Path folder;

    @Test
    void the_first_page_of_each_kind_becomes_a_small_picture() throws IOException {
        BufferedImage page = drawn(SamplePdf.bytes("one", "two"), Inspection.PDF);
        assertThat(page.getHeight()).isEqualTo(Thumbnail.SIDE);
        assertThat(page.getWidth()).isEqualTo(226);
        assertThat(darkest(page)).isLessThan(100);
        BufferedImage photo = drawn(SampleFiles.image("jpeg", 3000, 2000), Inspection.JPEG);
        assertThat(photo.getWidth()).isEqualTo(Thumbnail.SIDE);
        assertThat(photo.getHeight()).isBetween(210, 216);
        assertThat(drawn(SampleFiles.image("png", 100, 50), Inspection.PNG).getWidth())
                .isEqualTo(100);
        assertThat(drawn(SampleFiles.tiff(2), Inspection.TIFF).getHeight()).isEqualTo(60);
    }

    @Test
    void what_cannot_be_drawn_has_none() throws IOException {
        assertThat(of(SampleFiles.docx(), OfficeZip.DOCX)).isNull();
        assertThat(of("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII), Inspection.PDF))
                .isNull();
        assertThat(of(new byte[100], Inspection.JPEG)).isNull();
    }

    @Test
    void a_page_that_would_be_drawn_for_ever_is_given_up() throws IOException {
        StringBuilder forms = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</XObject<</F 10 0 R>>>>>>endobj\n4 0 obj<</Length 5>>stream\n/F Do\nendstream endobj\n");
        String twelve = "/F Do ".repeat(12);
        for (int i = 10; i < 30; i++) {
            forms.append(i + " 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F " + (i + 1)
                    + " 0 R>>>>/Length " + twelve.length() + ">>stream\n" + twelve + "\nendstream endobj\n");
        }
        forms.append("30 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 11>>stream\n0 0 9 9 re f\nendstream"
                + " endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        byte[] bomb = forms.toString().getBytes(StandardCharsets.US_ASCII);
        long start = System.nanoTime();
        assertThatThrownBy(() -> of(bomb, Inspection.PDF)).isInstanceOf(Thumbnail.NotNow.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void what_may_be_drawn_another_time_is_not_said_to_have_no_picture() throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, SamplePdf.bytes("a page"));
        try (FileChannel channel = FileChannel.open(file)) {
            assertThatThrownBy(() -> Thumbnail.of(new Content(channel), Inspection.PDF, Duration.ZERO))
                    .isInstanceOf(Thumbnail.NotNow.class);
            Content closed = new Content(channel);
            channel.close();
            for (String each : List.of(Inspection.PDF, Inspection.JPEG, Inspection.TIFF)) {
                assertThatThrownBy(() -> Thumbnail.of(closed, each)).isInstanceOf(Thumbnail.NotNow.class);
            }
        }
    }

    @Test
    void a_large_picture_that_a_reader_holds_whole_has_none_and_one_read_row_by_row_has() throws IOException {
        assertThat(of(SampleFiles.image("jpeg", 8_000, 4_000), Inspection.JPEG)).isNotNull();
        assertThat(of(SampleFiles.progressive(8_000, 4_000), Inspection.JPEG)).isNull();
        assertThat(of(SampleFiles.progressive(800, 400), Inspection.JPEG)).isNotNull();
    }

    private BufferedImage drawn(byte[] content, String mediaType) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(of(content, mediaType)));
    }

    private static int darkest(BufferedImage page) {
        int darkest = 255;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                darkest = Math.min(darkest, page.getRGB(x, y) & 0xff);
            }
        }
        return darkest;
    }

    private byte[] of(byte[] content, String mediaType) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, content);
        try (FileChannel channel = FileChannel.open(file)) {
            return Thumbnail.of(new Content(channel), mediaType);
        }
    }
}
