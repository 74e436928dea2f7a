package vn.motcua.intake.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Office files of old are compound files (MS-CFB): the directory tells whether it is a text or a table, whole and without a password. */
final class OfficeOle {
    static final String DOC = "application/msword";
    static final String XLS = "application/vnd.ms-excel";

    private static final int MOST_STEPS = 400_000;
    private static final int MOST_ENTRIES = 10_000;
    private static final int ENTRY = 128;
    private static final int IN_HEADER = 109;
    private static final long LAST = 0xfffffffaL;
    private static final int SMALL = 4096;
    private static final int PASSWORD_RECORD = 0x2f;

    private final Content content;
    private final int sector;
    private final Map<String, long[]> streams = new HashMap<>();
    private int steps;
    private long lastTable = -1;
    private long lastTableSector;

    private OfficeOle(Content content) throws IOException {
        this.content = content;
        int shift = content.u16(0x1e, false);
        if (shift != 9 && shift != 12) {
            throw Unfit.broken();
        }
        this.sector = 1 << shift;
        readDirectory();
    }

    static String type(Content content) throws IOException {
        OfficeOle file = new OfficeOle(content);
        if (file.streams.containsKey("EncryptedPackage")) {
            throw Unfit.encrypted();
        }
        long[] text = file.streams.get("WordDocument");
        if (text != null) {
            file.requireWhole(text);
            if (text[1] >= SMALL && (content.u16(file.place(text[0]) + 0x0a, false) & 0x0100) != 0) {
                throw Unfit.encrypted();
            }
            return DOC;
        }
        long[] table = file.streams.getOrDefault("Workbook", file.streams.get("Book"));
        if (table != null) {
            file.requireWhole(table);
            file.requireOpenTable(table);
            return XLS;
        }
        throw Inspection.otherType();
    }

    private void readDirectory() throws IOException {
        long at = content.u32(0x30, false);
        for (int read = 0; at < LAST; at = next(at)) {
            if (++read * (sector / ENTRY) > MOST_ENTRIES) {
                throw Unfit.broken();
            }
            for (int i = 0; i < sector / ENTRY; i++) {
                readEntry(place(at) + (long) i * ENTRY);
            }
        }
    }

    private void readEntry(long entry) throws IOException {
        int length = content.u16(entry + 0x40, false) - 2;
        if (length <= 0 || length > 62 || content.must(entry + 0x42) != 2) {
            return;
        }
        byte[] name = new byte[length];
        for (int i = 0; i < length; i++) {
            name[i] = (byte) content.must(entry + i);
        }
        streams.put(
                new String(name, StandardCharsets.UTF_16LE),
                new long[] {content.u32(entry + 0x74, false), content.u32(entry + 0x78, false)});
    }

    private long place(long number) {
        return (number + 1) * sector;
    }

    private long next(long number) throws IOException {
        long table = number / (sector / 4);
        if (table != lastTable) {
            lastTableSector = tableSector(table);
            lastTable = table;
        }
        return content.u32(place(lastTableSector) + number % (sector / 4) * 4, false);
    }

    /** Where the n-th part of the allocation table lies: the first 109 in the header, the others in a chain of their own. */
    private long tableSector(long index) throws IOException {
        if (index < IN_HEADER) {
            return content.u32(0x4c + index * 4, false);
        }
        long perSector = sector / 4 - 1L;
        long at = content.u32(0x44, false);
        long left = index - IN_HEADER;
        for (; left >= perSector; left -= perSector) {
            step();
            at = content.u32(place(at) + perSector * 4, false);
        }
        return content.u32(place(at) + left * 4, false);
    }

    /** Chains may go round in a circle, or each step of one may walk another: all steps of a file are counted together. */
    private void step() {
        if (++steps > MOST_STEPS) {
            throw Unfit.broken();
        }
    }

    private void requireWhole(long[] stream) throws IOException {
        if (stream[1] < SMALL) {
            return;
        }
        long left = stream[1];
        for (long at = stream[0]; at < LAST && left > 0; at = next(at)) {
            step();
            if (place(at) + Math.min(left, sector) > content.size()) {
                throw Unfit.broken();
            }
            left -= sector;
        }
        if (left > 0) {
            throw Unfit.broken();
        }
    }

    /** The record of a password comes among the first ones of a table. */
    private void requireOpenTable(long[] table) throws IOException {
        if (table[1] < SMALL) {
            return;
        }
        long from = place(table[0]);
        for (long record = from; record < from + sector - 4; record += 4 + content.u16(record + 2, false)) {
            if (content.u16(record, false) == PASSWORD_RECORD) {
                throw Unfit.encrypted();
            }
        }
    }
}
