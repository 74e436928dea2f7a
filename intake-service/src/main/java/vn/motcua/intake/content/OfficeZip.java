package vn.motcua.intake.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Office files of today are ZIP files: unpacked once into nothing, counting, to know that they are whole and no bomb. */
final class OfficeZip {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 300_000_000;
    private static final long HARMLESS = 10_000_000;
    private static final int MOST_TIMES = 100;
    private static final int LOOKED_AT = 1_000_000;
    private static final int END_AND_COMMENT = 22 + 65_535;

    private final Content content;
    private String type;
    private int entries;
    private long unpacked;

    private OfficeZip(Content content) {
        this.content = content;
    }

    static String type(Content content) throws IOException {
        OfficeZip zip = new OfficeZip(content);
        zip.unpack();
        if (zip.type == null) {
            throw Inspection.otherType();
        }
        return zip.type;
    }

    private void unpack() throws IOException {
        if ((content.u16(6, false) & 1) != 0) {
            throw Unfit.encrypted();
        }
        int listed = listed();
        try (ZipInputStream zip = new ZipInputStream(content.from(0))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw Unfit.unpacksTooLarge();
                }
                look(entry.getName(), zip);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw e.getMessage() != null && e.getMessage().contains("encrypted") ? Unfit.encrypted() : Unfit.broken();
        }
        // what others read by the list at its end must be what was looked at
        if (entries != listed) {
            throw Unfit.broken();
        }
    }

    private void look(String name, InputStream entry) throws IOException {
        boolean tells = name.equals("[Content_Types].xml") || name.equals("mimetype");
        boolean manifest = name.equals("META-INF/manifest.xml");
        byte[] first = tells || manifest ? entry.readNBytes(LOOKED_AT) : new byte[0];
        count(first.length);
        byte[] buffer = new byte[16 * 1024];
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            count(read);
        }
        String text = new String(first, StandardCharsets.UTF_8);
        if (manifest && text.contains("encryption-data")) {
            throw Unfit.encrypted();
        }
        if (tells && type == null) {
            type = named(text.strip());
        }
    }

    private static String named(String text) {
        if (text.equals(ODT) || text.equals(ODS)) {
            return text;
        }
        if (text.contains(DOCX + ".main+xml")) {
            return DOCX;
        }
        return text.contains(XLSX + ".main+xml") ? XLSX : null;
    }

    private void count(int read) {
        unpacked += read;
        if (unpacked > MOST_BYTES || unpacked > HARMLESS && unpacked > MOST_TIMES * content.size()) {
            throw Unfit.unpacksTooLarge();
        }
    }

    /** How many entries the list at its end counts; a cut file has none. */
    private int listed() throws IOException {
        long lowest = Math.max(0, content.size() - END_AND_COMMENT);
        for (long place = content.size() - 22; place >= lowest; place--) {
            if (content.has(place, 'P', 'K', 5, 6)) {
                return content.u16(place + 10, false);
            }
        }
        throw new EOFException("no end");
    }
}
