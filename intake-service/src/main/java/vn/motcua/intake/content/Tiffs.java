package vn.motcua.intake.content;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks the directories of a TIFF, one per page; a chain that goes round in a circle or leads out of the file is broken. What is looked
 * at is bounded over all pages together: they may share their tables.
 */
final class Tiffs {
    private static final int MOST_PAGES = 5_000;
    private static final int MOST_PIECES = 200_000;
    private static final int MOST_ENTRIES = 200_000;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIPS = 273;
    private static final int STRIP_SIZES = 279;
    private static final int TILES = 324;
    private static final int TILE_SIZES = 325;
    private static final int SHORT = 3;

    private final Content content;
    private final boolean bigEndian;
    private int entriesLeft = MOST_ENTRIES;
    private int piecesLeft = MOST_PIECES;

    private Tiffs(Content content) throws IOException {
        this.content = content;
        this.bigEndian = content.at(0) == 'M';
    }

    static int pages(Content content) throws IOException {
        Tiffs tiff = new Tiffs(content);
        Set<Long> seen = new HashSet<>();
        long directory = content.u32(4, tiff.bigEndian);
        while (directory != 0) {
            if (!seen.add(directory) || seen.size() > MOST_PAGES) {
                throw Unfit.broken();
            }
            directory = tiff.page(directory);
        }
        if (seen.isEmpty()) {
            throw Unfit.broken();
        }
        return seen.size();
    }

    /** @return the place of the next directory, 0 after the last */
    private long page(long directory) throws IOException {
        int entries = content.u16(directory, bigEndian);
        entriesLeft -= entries;
        if (entriesLeft < 0) {
            throw Unfit.unpacksTooLarge();
        }
        long width = 0;
        long height = 0;
        Values pieces = null;
        Values sizes = null;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            switch (content.u16(entry, bigEndian)) {
                case WIDTH -> width = values(entry).first();
                case HEIGHT -> height = values(entry).first();
                case STRIPS, TILES -> pieces = values(entry);
                case STRIP_SIZES, TILE_SIZES -> sizes = values(entry);
                default -> {}
            }
        }
        long next = content.u32(directory + 2 + 12L * entries, bigEndian);
        Images.requireFit(width, height);
        requireInside(pieces, sizes);
        return next;
    }

    private void requireInside(Values pieces, Values sizes) throws IOException {
        if (pieces == null || sizes == null || pieces.count() == 0 || sizes.count() != pieces.count()) {
            throw Unfit.broken();
        }
        if (pieces.count() > piecesLeft) {
            throw Unfit.unpacksTooLarge();
        }
        piecesLeft -= (int) pieces.count();
        long[] places = pieces.all();
        long[] lengths = sizes.all();
        for (int i = 0; i < places.length; i++) {
            if (places[i] + lengths[i] > content.size()) {
                throw Unfit.broken();
            }
        }
    }

    private Values values(long entry) throws IOException {
        int bytes = content.u16(entry + 2, bigEndian) == SHORT ? 2 : 4;
        long count = content.u32(entry + 4, bigEndian);
        return new Values(count, bytes, count * bytes <= 4 ? entry + 8 : content.u32(entry + 8, bigEndian));
    }

    /** The numbers of an entry, each of 2 or 4 bytes, in one table. */
    private final class Values {
        private final long count;
        private final int bytes;
        private final long table;

        Values(long count, int bytes, long table) {
            this.count = count;
            this.bytes = bytes;
            this.table = table;
        }

        long count() {
            return count;
        }

        long first() throws IOException {
            return at(0);
        }

        /** One after the other, so that the window moves over the table once. */
        long[] all() throws IOException {
            long[] all = new long[(int) count];
            for (int i = 0; i < all.length; i++) {
                all[i] = at(i);
            }
            return all;
        }

        private long at(int index) throws IOException {
            long place = table + (long) index * bytes;
            return bytes == 2 ? content.u16(place, bigEndian) : content.u32(place, bigEndian);
        }
    }
}
