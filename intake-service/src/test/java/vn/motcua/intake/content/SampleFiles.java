package vn.motcua.intake.content;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import vn.motcua.intake.file.SamplePdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files of every kind, whole and spoilt, made on the spot. */
public final class SampleFiles {
    private SampleFiles() {}

    public static byte[] image(String format, int width, int height) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            picture.createGraphics().fillRect(0, 0, width / 2, height / 2);
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A JPEG in several scans. */
    static byte[] progressive(int width, int height) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    public static byte[] tiff(int pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < pages; i++) {
                writer.writeToSequence(
                        new IIOImage(new BufferedImage(40, 60, BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            }
            writer.endWriteSequence();
        }
        return out.toByteArray();
    }

    /** A TIFF of so many pages that share one table of so many strips of no bytes. */
    static byte[] sharingTiff(int pages, int strips) {
        int table = 8 + pages * 54;
        ByteBuffer file = ByteBuffer.allocate(table + 4 * strips).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
        for (int page = 1; page <= pages; page++) {
            file.putShort((short) 4);
            file.putShort((short) 256).putShort((short) 4).putInt(1).putInt(40);
            file.putShort((short) 257).putShort((short) 4).putInt(1).putInt(60);
            file.putShort((short) 273).putShort((short) 4).putInt(strips).putInt(table);
            file.putShort((short) 279).putShort((short) 4).putInt(strips).putInt(table);
            file.putInt(page == pages ? 0 : 8 + page * 54);
        }
        return file.array();
    }

    /** A PDF of so many streams, one beginning in the other, that unpack to nearly nothing and are cut at the end of the file. */
    static byte[] nestedPdf(int streams) throws IOException {
        byte[] nothing = {0, 0, 0, (byte) 0xff, (byte) 0xff};
        byte[] stream = "stream\n\u0078\u009c".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.5\n1 0 obj<</Length 9>>".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(stream);
        for (int i = 0; i < streams; i++) {
            for (int n = 0; n < 100; n++) {
                out.writeBytes(nothing);
            }
            out.writeBytes(new byte[] {0, (byte) stream.length, 0, (byte) ~stream.length, (byte) 0xff});
            out.writeBytes(stream);
        }
        out.writeBytes("\nendstream endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    static byte[] encryptedPdf(String userPassword) throws IOException {
        try (PDDocument document = Loader.loadPDF(SamplePdf.bytes("secret"));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A PDF whose object stream unpacks to so many zeros. */
    static byte[] pdfBomb(int zeros, String dictionary, int times) throws IOException {
        return pdfBombs(zeros, dictionary, times, 1);
    }

    /** A PDF of so many such streams. */
    static byte[] pdfBombs(int zeros, String dictionary, int times, int streams) throws IOException {
        byte[] packed = new byte[zeros];
        for (int i = 0; i < times; i++) {
            packed = deflated(packed);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < streams; i++) {
            out.writeBytes(((3 + i) + " 0 obj<<" + dictionary + "/Length " + packed.length + ">>stream\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(packed);
            out.writeBytes("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("trailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream to = new DeflaterOutputStream(out, new Deflater(9))) {
            to.write(plain);
        }
        return out.toByteArray();
    }

    public static byte[] docx() {
        return ooxml(OfficeZip.DOCX, "word/document.xml");
    }

    static byte[] ooxml(String type, String part) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "[Content_Types].xml",
                ("<Types><Override PartName=\"/" + part + "\" ContentType=\"" + type + ".main+xml\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8));
        entries.put(part, "<document/>".getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    static byte[] odf(String type, String manifest) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", type.getBytes(StandardCharsets.US_ASCII));
        entries.put("content.xml", "<office/>".getBytes(StandardCharsets.UTF_8));
        entries.put("META-INF/manifest.xml", manifest.getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(9);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A compound file with one stream of 4096 bytes. */
    static byte[] ole(String stream, byte[] beginning) {
        ByteBuffer file = ByteBuffer.allocate(512 * 11).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xe11ab1a1e011cfd0L);
        file.putShort(0x1e, (short) 9);
        file.putInt(0x2c, 1).putInt(0x30, 1).putInt(0x44, -2);
        file.putInt(0x4c, 0);
        int table = 512;
        file.putInt(table, -3).putInt(table + 4, -2);
        for (int i = 2; i < 10; i++) {
            file.putInt(table + 4 * i, i == 9 ? -2 : i + 1);
        }
        int entry = 1024;
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        file.put(entry, name);
        file.putShort(entry + 0x40, (short) (name.length + 2));
        file.put(entry + 0x42, (byte) 2);
        file.putInt(entry + 0x74, 2).putInt(entry + 0x78, 4096);
        file.put(1536, beginning);
        return file.array();
    }
}
