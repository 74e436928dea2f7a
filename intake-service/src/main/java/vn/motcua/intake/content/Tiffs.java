package vn.motcua.intake.content;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Walks the directories of a TIFF, one per page; a chain that goes round in a circle or leads out of the file is broken. */
final class Tiffs {
    private static final int MOST_PAGES = 5_000;
    private static final int MOST_PIECES = 200_000;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIPS = 273;
    private static final int STRIP_SIZES = 279;
    private static final int TILES = 324;
    private static final int TILE_SIZES = 325;
    private static final int SHORT = 3;

    private final Content content;
    private final boolean bigEndian;

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
        long width = 0;
        long height = 0;
        long pieces = 0;
        long sizes = 0;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            switch (content.u16(entry, bigEndian)) {
                case WIDTH -> width = value(entry, 0);
                case HEIGHT -> height = value(entry, 0);
                case STRIPS, TILES -> pieces = entry;
                case STRIP_SIZES, TILE_SIZES -> sizes = entry;
                default -> {}
            }
        }
        Images.requireFit(width, height);
        requireInside(pieces, sizes);
        return content.u32(directory + 2 + 12L * entries, bigEndian);
    }

    private void requireInside(long pieces, long sizes) throws IOException {
        if (pieces == 0 || sizes == 0) {
            throw Unfit.broken();
        }
        long count = content.u32(pieces + 4, bigEndian);
        if (count == 0 || count > MOST_PIECES || content.u32(sizes + 4, bigEndian) != count) {
            throw Unfit.broken();
        }
        for (int i = 0; i < count; i++) {
            if (value(pieces, i) + value(sizes, i) > content.size()) {
                throw Unfit.broken();
            }
        }
    }

    private long value(long entry, int index) throws IOException {
        int width = content.u16(entry + 2, bigEndian) == SHORT ? 2 : 4;
        long count = content.u32(entry + 4, bigEndian);
        long values = count * width <= 4 ? entry + 8 : content.u32(entry + 8, bigEndian);
        long place = values + (long) index * width;
        return width == 2 ? content.u16(place, bigEndian) : content.u32(place, bigEndian);
    }
}
