package vn.motcua.intake.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks every compressed stream of a PDF once into nothing, before a reader takes one into memory: structure and text may not grow
 * beyond what a reader holds, pictures not beyond the largest picture, and all streams together not beyond {@link #MOST}.
 */
final class PdfStreams {
    /** What is read and unpacked of one file, in bytes: some seconds of one core. */
    static final long MOST = 1_000_000_000;

    private static final long MOST_STRUCTURE = 48_000_000;
    private static final long MOST_PICTURE = 4 * Images.MOST_PIXELS;
    private static final int DICTIONARY = 2_000;
    private static final int BEGINNING = 4_096;
    private static final int[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private final Content content;
    private final byte[] buffer = new byte[16 * 1024];
    private long left = MOST;

    private PdfStreams(Content content) {
        this.content = content;
    }

    static void requireHarmless(Content content) throws IOException {
        new PdfStreams(content).unpackAll();
    }

    private void unpackAll() throws IOException {
        long place = 0;
        while (place < content.size()) {
            if (content.at(place) != 's' || !content.has(place, STREAM)) {
                place++;
                continue;
            }
            long from = dataAfter(place + STREAM.length);
            place += STREAM.length;
            if (from > 0 && packed(content.at(from), content.at(from + 1))) {
                place = from + unpack(from, picture(from) ? MOST_PICTURE : MOST_STRUCTURE);
            }
        }
    }

    private void take(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw Unfit.unpacksTooLarge();
        }
    }

    /** The place behind the line end that follows the word, or 0 where it is just a word. */
    private long dataAfter(long place) throws IOException {
        if (content.has(place, '\r', '\n')) {
            return place + 2;
        }
        return content.has(place, '\n') || content.has(place, '\r') ? place + 1 : 0;
    }

    private static boolean packed(int first, int second) {
        return second >= 0 && (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
    }

    private boolean picture(long place) throws IOException {
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

    /** @return how many bytes of the file it took at least, 0 where it is none; packed twice is unpacked twice */
    private long unpack(long from, long most) throws IOException {
        take(BEGINNING);
        Counted taken = new Counted(content.from(from));
        try (InputStream plain = new InflaterInputStream(taken)) {
            int read = plain.readNBytes(buffer, 0, 2);
            if (read == 2 && packed(buffer[0] & 0xff, buffer[1] & 0xff)) {
                unpackTwice(from, most);
            }
            count(plain, most - read);
        } catch (ZipException | java.io.EOFException noneOrCut) {
            return 0;
        }
        // the last piece read may reach beyond the stream
        return Math.max(0, taken.count - 2 * Counted.PIECE);
    }

    private void unpackTwice(long from, long most) throws IOException {
        take(BEGINNING);
        try (InputStream once = new Counted(new InflaterInputStream(new Counted(content.from(from))));
                InputStream plain = new InflaterInputStream(once)) {
            count(plain, most);
        } catch (ZipException | java.io.EOFException packedOnce) {
            return;
        }
    }

    private void count(InputStream plain, long most) throws IOException {
        long unpacked = 0;
        for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
            unpacked += read;
            take(read);
            if (unpacked > most) {
                throw Unfit.unpacksTooLarge();
            }
        }
    }

    /** What is read of it counts too: packed bytes may unpack to nothing. */
    private final class Counted extends FilterInputStream {
        static final int PIECE = 512;
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, Math.min(length, PIECE));
            count += Math.max(0, read);
            take(Math.max(0, read));
            return read;
        }
    }
}
