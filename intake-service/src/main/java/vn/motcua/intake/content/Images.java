package vn.motcua.intake.content;

import java.io.IOException;

/** Walks pictures to their end by their own marks, so that a cut one and one of too many pixels are known before any decoding. */
final class Images {
    /** An A3 sheet at 600 dots per inch has seventy million. */
    static final long MOST_PIXELS = 100_000_000;

    private Images() {}

    static void requireFit(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw Unfit.broken();
        }
        if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
            throw Unfit.imageTooLarge(width, height);
        }
    }

    /** One page; what a telephone appends after the end of the picture is left alone. */
    static int jpeg(Content content) throws IOException {
        boolean sized = false;
        long place = 2;
        while (true) {
            place = marker(content, place);
            int code = content.must(place - 1);
            if (code == 0xd9) {
                break;
            }
            if (code == 0x01 || code >= 0xd0 && code <= 0xd7) {
                continue;
            }
            int length = content.u16(place, true);
            if (startsFrame(code)) {
                requireFit(content.u16(place + 5, true), content.u16(place + 3, true));
                sized = true;
            }
            place += Math.max(2, length);
            if (code == 0xda) {
                place = afterScan(content, place);
            }
        }
        if (!sized) {
            throw Unfit.broken();
        }
        return 1;
    }

    /** Whether a JPEG comes in several scans, which a reader holds whole in memory. */
    static boolean progressive(Content content) throws IOException {
        for (long place = marker(content, 2); ; place = marker(content, place)) {
            int code = content.must(place - 1);
            if (startsFrame(code)) {
                return (code & 0x03) == 2;
            }
            if (code != 0x01 && (code < 0xd0 || code > 0xd7)) {
                place += Math.max(2, content.u16(place, true));
            }
        }
    }

    /** @return the place behind the next marker */
    private static long marker(Content content, long from) throws IOException {
        long place = from;
        if (content.must(place) != 0xff) {
            throw Unfit.broken();
        }
        while (content.must(place) == 0xff) {
            place++;
        }
        return place + 1;
    }

    private static boolean startsFrame(int code) {
        return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
    }

    /** @return the place of the marker that ends the coded data */
    private static long afterScan(Content content, long from) throws IOException {
        for (long place = from; ; place++) {
            if (content.must(place) == 0xff) {
                int next = content.must(place + 1);
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return place;
                }
            }
        }
    }

    static int png(Content content) throws IOException {
        if (!content.has(12, 'I', 'H', 'D', 'R')) {
            throw Unfit.broken();
        }
        requireFit(content.u32(16, true), content.u32(20, true));
        long place = 8;
        while (!content.has(place + 4, 'I', 'E', 'N', 'D')) {
            place += 12 + content.u32(place, true);
        }
        content.must(place + 11);
        return 1;
    }
}
