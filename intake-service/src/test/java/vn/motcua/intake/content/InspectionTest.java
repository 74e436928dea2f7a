package vn.motcua.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.intake.file.SamplePdf;
import vn.motcua.platform.problem.ProblemException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

class InspectionTest {
    @TempDir
    Path folder;

    @Test
    void each_kind_is_told_with_its_pages() throws IOException {
        assertThat(look(SamplePdf.bytes("one", "two", "three"))).isEqualTo(new Found(Inspection.PDF, 3));
        assertThat(look(SampleFiles.image("jpeg", 30, 20))).isEqualTo(new Found(Inspection.JPEG, 1));
        assertThat(look(SampleFiles.image("png", 30, 20))).isEqualTo(new Found(Inspection.PNG, 1));
        assertThat(look(SampleFiles.tiff(4))).isEqualTo(new Found(Inspection.TIFF, 4));
        assertThat(look(SampleFiles.docx())).isEqualTo(new Found(OfficeZip.DOCX, null));
        assertThat(look(SampleFiles.ooxml(OfficeZip.XLSX, "xl/workbook.xml")))
                .isEqualTo(new Found(OfficeZip.XLSX, null));
        assertThat(look(SampleFiles.odf(OfficeZip.ODT, ""))).isEqualTo(new Found(OfficeZip.ODT, null));
        assertThat(look(SampleFiles.odf(OfficeZip.ODS, ""))).isEqualTo(new Found(OfficeZip.ODS, null));
        assertThat(look(SampleFiles.ole("WordDocument", new byte[0]))).isEqualTo(new Found(OfficeOle.DOC, null));
        assertThat(look(SampleFiles.ole("Workbook", new byte[0]))).isEqualTo(new Found(OfficeOle.XLS, null));
    }

    @Test
    void what_is_none_of_them_is_refused_whatever_it_says_it_is() {
        for (byte[] content : new byte[][] {
            bytes("<html>"),
            bytes("MZ a program"),
            bytes("%PD"),
            bytes(""),
            bytes("GIF89a"),
            bytes("II+\0"),
            SampleFiles.zip(Map.of("a.txt", bytes("an archive"))),
            SampleFiles.ooxml("application/vnd.ms-word.document.macroEnabled", "word/document.xml"),
            SampleFiles.ole("VisioDocument", new byte[0])
        }) {
            refused(content, "unsupported-media-type");
        }
    }

    @Test
    void a_file_behind_a_password_is_refused() throws IOException {
        refused(SampleFiles.encryptedPdf("open sesame"), "file-encrypted");
        refused(SampleFiles.encryptedPdf(""), "file-encrypted");
        refused(SampleFiles.ole("EncryptedPackage", new byte[0]), "file-encrypted");
        refused(SampleFiles.odf(OfficeZip.ODT, "<manifest:encryption-data/>"), "file-encrypted");
        byte[] text = new byte[12];
        text[0x0b] = 1;
        refused(SampleFiles.ole("WordDocument", text), "file-encrypted");
        refused(SampleFiles.ole("Workbook", new byte[] {9, 8, 0, 0, 0x2f, 0, 0, 0}), "file-encrypted");
        byte[] zip = SampleFiles.docx();
        zip[6] |= 1;
        refused(zip, "file-encrypted");
    }

    @Test
    void a_cut_file_of_any_kind_is_refused() throws IOException {
        for (byte[] whole : new byte[][] {
            SamplePdf.bytes("one", "two"), SampleFiles.image("jpeg", 300, 200), SampleFiles.image("png", 300, 200),
            SampleFiles.tiff(2), SampleFiles.docx(), SampleFiles.ole("WordDocument", new byte[0])
        }) {
            for (int percent : new int[] {20, 50, 90, 99}) {
                byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
                assertThatThrownBy(() -> look(cut))
                        .as("%d %% of %s", percent, new String(whole, 0, 4, StandardCharsets.ISO_8859_1))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.type().slug()).isEqualTo("file-broken"));
            }
        }
    }

    @Test
    void a_pdf_without_a_page_is_broken() {
        refused(bytes("%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n"), "file-broken");
        refused(bytes("%PDF-1.7 not at all %%EOF"), "file-broken");
    }

    @Test
    void what_a_telephone_appends_to_a_picture_is_left_alone() throws IOException {
        byte[] picture = SampleFiles.image("jpeg", 30, 20);
        byte[] moving = Arrays.copyOf(picture, picture.length + 50_000);
        assertThat(look(moving)).isEqualTo(new Found(Inspection.JPEG, 1));
    }

    @Test
    void a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() throws IOException {
        byte[] png = SampleFiles.image("png", 30, 20);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        refused(png, "image-too-large");
        byte[] jpeg = SampleFiles.image("jpeg", 30, 20);
        for (int i = 0; i < jpeg.length; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 60_000).putShort(i + 7, (short) 60_000);
                break;
            }
        }
        refused(jpeg, "image-too-large");
    }

    @Test
    void pages_that_go_round_in_a_circle_come_to_an_end() throws IOException {
        byte[] tiff = SampleFiles.tiff(1);
        boolean big = tiff[0] == 'M';
        ByteBuffer file =
                ByteBuffer.wrap(tiff).order(big ? java.nio.ByteOrder.BIG_ENDIAN : java.nio.ByteOrder.LITTLE_ENDIAN);
        int first = file.getInt(4);
        file.putInt(first + 2 + 12 * file.getShort(first), first);
        refused(tiff, "file-broken");
    }

    @Test
    void archives_and_documents_that_unpack_to_far_more_than_they_are_are_refused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", bytes(OfficeZip.DOCX + ".main+xml"));
        entries.put("word/document.xml", new byte[20_000_000]);
        refused(SampleFiles.zip(entries), "file-unpacks-too-large");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 10_001; i++) {
            many.put("e" + i, new byte[0]);
        }
        refused(SampleFiles.zip(many), "file-unpacks-too-large");
        refused(SampleFiles.pdfBomb(50_000_000, "/Type/ObjStm/Filter/FlateDecode", 1), "file-unpacks-too-large");
        refused(
                SampleFiles.pdfBomb(50_000_000, "/Type/ObjStm/Filter[/FlateDecode/FlateDecode]", 2),
                "file-unpacks-too-large");
    }

    @Test
    void what_costs_a_core_far_more_than_its_size_is_given_up_in_seconds() throws IOException {
        assertThat(look(SampleFiles.sharingTiff(40, 5_000))).isEqualTo(new Found(Inspection.TIFF, 40));
        long start = System.nanoTime();
        refused(SampleFiles.sharingTiff(41, 5_000), "file-unpacks-too-large");
        refused(SampleFiles.sharingTiff(5_000, 200_000), "file-unpacks-too-large");
        refused(SampleFiles.pdfBombs(40_000_000, "/Filter/FlateDecode", 1, 30), "file-unpacks-too-large");
        refused(
                SampleFiles.pdfBombs(40_000_000, "/Filter[/FlateDecode/FlateDecode]", 2, 1_000),
                "file-unpacks-too-large");
        refused(SampleFiles.nestedPdf(2_500), "file-unpacks-too-large");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void a_picture_stream_and_a_text_stream_of_a_long_document_are_not_taken_for_a_bomb() throws IOException {
        refused(SampleFiles.pdfBombs(300_000, "/Filter/FlateDecode", 1, 2_000), "file-broken");
    }

    @Test
    void entries_that_the_list_at_the_end_does_not_show_are_found() {
        byte[] zip = SampleFiles.docx();
        for (int i = zip.length - 22; i >= 0; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 5) {
                zip[i + 10] = 1;
                break;
            }
        }
        refused(zip, "file-broken");
    }

    @Test
    void nothing_but_a_refusal_comes_of_rubbish_behind_a_good_beginning() throws IOException {
        Random random = new Random(42);
        for (byte[] whole : new byte[][] {
            SamplePdf.bytes("one"), SampleFiles.image("jpeg", 60, 40), SampleFiles.image("png", 60, 40),
            SampleFiles.tiff(2), SampleFiles.docx(), SampleFiles.ole("WordDocument", new byte[0])
        }) {
            for (int i = 0; i < 300; i++) {
                byte[] spoilt = whole.clone();
                for (int n = 0; n < 1 + random.nextInt(20); n++) {
                    spoilt[8 + random.nextInt(spoilt.length - 8)] = (byte) random.nextInt();
                }
                try {
                    assertThat(look(spoilt)).isNotNull();
                } catch (ProblemException refused) {
                    assertThat(refused.type().status()).isIn(415, 422);
                }
            }
        }
    }

    private void refused(byte[] content, String slug) {
        assertThatThrownBy(() -> look(content))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type().slug()).isEqualTo(slug));
    }

    private Found look(byte[] content) {
        Path file = folder.resolve("file");
        try {
            Files.write(file, content);
            try (FileChannel channel = FileChannel.open(file)) {
                return Inspection.look(new Content(channel));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
