package vn.motcua.intake.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file to be looked at anywhere, through a small window; never whole in memory. Not for two threads at once. */
public final class Content {
    private static final int WINDOW = 16 * 1024;

    private final SeekableByteChannel channel;
    private final long size;
    private final byte[] window = new byte[WINDOW];
    private long from;
    private int filled;
    private boolean unreadable;

    public Content(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** Whether its bytes could not be read once, whatever a reader made of that. */
    boolean unreadable() {
        return unreadable;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** The byte at a place, or -1 beyond the end. */
    public int at(long place) throws IOException {
        if (place < 0 || place >= size) {
            return -1;
        }
        if (place < from || place >= from + filled) {
            fill(place);
        }
        return window[(int) (place - from)] & 0xff;
    }

    /** Reads as much as lies in the window; -1 beyond the end. */
    public int read(long place, byte[] into, int offset, int length) throws IOException {
        if (at(place) < 0) {
            return -1;
        }
        int start = (int) (place - from);
        int read = Math.min(length, filled - start);
        System.arraycopy(window, start, into, offset, read);
        return read;
    }

    private void fill(long place) throws IOException {
        filled = 0;
        try {
            channel.position(place);
            ByteBuffer buffer = ByteBuffer.wrap(window);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                filled = buffer.position();
            }
        } catch (IOException e) {
            unreadable = true;
            throw e;
        }
        from = place;
        if (filled == 0) {
            throw new EOFException("nothing at " + place);
        }
    }

    /** @throws EOFException where it is cut */
    int u16(long place, boolean bigEndian) throws IOException {
        int a = must(place);
        int b = must(place + 1);
        return bigEndian ? a << 8 | b : b << 8 | a;
    }

    /** @throws EOFException where it is cut */
    long u32(long place, boolean bigEndian) throws IOException {
        long a = u16(place, bigEndian);
        long b = u16(place + 2, bigEndian);
        return bigEndian ? a << 16 | b : b << 16 | a;
    }

    /** @throws EOFException where it is cut */
    int must(long place) throws IOException {
        int one = at(place);
        if (one < 0) {
            throw new EOFException("cut at " + size);
        }
        return one;
    }

    boolean has(long place, int... bytes) throws IOException {
        for (int i = 0; i < bytes.length; i++) {
            if (at(place + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The bytes from a place on. */
    public InputStream from(long place) {
        return new InputStream() {
            private long next = place;

            @Override
            public int read() throws IOException {
                int one = at(next);
                next += one < 0 ? 0 : 1;
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                int read = Content.this.read(next, into, offset, length);
                next += Math.max(0, read);
                return read;
            }
        };
    }
}
