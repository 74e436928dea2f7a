package vn.motcua.intake.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks every compressed stream of a PDF once into nothing, before a reader takes one into memory: structure and text may not grow
 * beyond what a reader holds, pictures not beyond the largest picture.
 */
final class PdfStreams {
    private static final long MOST_STRUCTURE = 48_000_000;
    private static final long MOST_PICTURE = 4 * Images.MOST_PIXELS;
    private static final int DICTIONARY = 2_000;
    private static final int[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private PdfStreams() {}

    static void requireHarmless(Content content) throws IOException {
        long place = 0;
        while (place < content.size()) {
            if (content.at(place) != 's' || !content.has(place, STREAM)) {
                place++;
                continue;
            }
            long from = dataAfter(content, place + STREAM.length);
            place += STREAM.length;
            if (from > 0 && packed(content, from)) {
                place = from + unpack(content, from, picture(content, from) ? MOST_PICTURE : MOST_STRUCTURE);
            }
        }
    }

    /** The place behind the line end that follows the word, or 0 where it is just a word. */
    private static long dataAfter(Content content, long place) throws IOException {
        if (content.has(place, '\r', '\n')) {
            return place + 2;
        }
        return content.has(place, '\n') || content.has(place, '\r') ? place + 1 : 0;
    }

    private static boolean packed(Content content, long place) throws IOException {
        int first = content.at(place);
        int second = content.at(place + 1);
        return second >= 0 && (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
    }

    private static boolean picture(Content content, long place) throws IOException {
        for (long at = place; at > Math.max(0, place - DICTIONARY); at--) {
            if (content.at(at) == '/' && content.has(at, '/', 'I', 'm', 'a', 'g', 'e')) {
                return true;
            }
            if (content.at(at) == 'e' && content.has(at, 'e', 'n', 'd', 'o', 'b', 'j')) {
                return false;
            }
        }
        return false;
    }

    /** @return how many bytes of the file it took at least; packed twice is unpacked twice */
    private static long unpack(Content content, long from, long most) throws IOException {
        Counted taken = new Counted(content.from(from));
        byte[] buffer = new byte[16 * 1024];
        long unpacked = 0;
        try {
            InputStream plain = new InflaterInputStream(taken);
            int read = plain.readNBytes(buffer, 0, 2);
            if (read == 2 && (buffer[0] & 0x0f) == 8 && ((buffer[0] & 0xff) << 8 | buffer[1] & 0xff) % 31 == 0) {
                countTwice(content, from, most);
            }
            for (; read >= 0; read = plain.read(buffer)) {
                unpacked += read;
                if (unpacked > most) {
                    throw Unfit.unpacksTooLarge();
                }
            }
        } catch (ZipException | java.io.EOFException noneOrCut) {
            return 0;
        }
        // the last piece read may reach beyond the stream
        return Math.max(0, taken.count - 2 * Counted.PIECE);
    }

    private static void countTwice(Content content, long from, long most) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long unpacked = 0;
        try {
            InputStream plain = new InflaterInputStream(new InflaterInputStream(content.from(from)));
            for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
                unpacked += read;
                if (unpacked > most) {
                    throw Unfit.unpacksTooLarge();
                }
            }
        } catch (ZipException | java.io.EOFException once) {
            return;
        }
    }

    private static final class Counted extends FilterInputStream {
        static final int PIECE = 512;
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, Math.min(length, PIECE));
            count += Math.max(0, read);
            return read;
        }
    }
}
