package vn.motcua.catalog.qr;

import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;

import java.time.Duration;

/** QR codes as answers, in the size and with the quiet zone asked for; what nobody could print or read is refused. */
public final class QrAnswer {
    private static final Duration FRESH = Duration.ofDays(1);
    private static final int SMALLEST = 120;
    private static final int LARGEST = 2_400;
    private static final int WIDEST_QUIET = 16;

    private QrAnswer() {}

    /**
     * @param size pixels to a side; null: as large as its surroundings
     * @param quiet modules of white around it; null: the four of the standard
     */
    public static Response svg(Request request, String address, String size, String quiet) {
        QrCode code = code(address, quiet);
        Integer pixels = pixels(size);
        return Cached.answer(request, tag(code, pixels), FRESH, () -> pixels == null ? code.svg() : code.svg(pixels));
    }

    /**
     * @param size pixels to a side; null: twelve per module
     * @param quiet modules of white around it; null: the four of the standard
     */
    public static Response png(Request request, String address, String size, String quiet) {
        QrCode code = code(address, quiet);
        Integer pixels = pixels(size);
        return Cached.answer(request, tag(code, pixels), FRESH, () -> pixels == null ? code.png() : code.png(pixels));
    }

    private static QrCode code(String address, String quiet) {
        return QrCode.of(address, Asked.number("quiet", quiet, 0, WIDEST_QUIET, QrCode.QUIET));
    }

    private static Integer pixels(String size) {
        return Asked.number("size", size, SMALLEST, LARGEST, null);
    }

    private static String tag(QrCode code, Integer pixels) {
        return Integer.toHexString(code.hashCode()) + "-" + code.side() + "-" + pixels;
    }
}
