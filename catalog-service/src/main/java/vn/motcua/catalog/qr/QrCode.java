package vn.motcua.catalog.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A QR code: on screens with error correction Q (a quarter may be soiled), on paper with H (nearly a third). */
public record QrCode(String text, BitMatrix modules) {
    /** The quiet zone of the standard, in modules. */
    public static final int QUIET = 4;

    private static final int PIXELS_PER_MODULE = 12;

    /** A code with the quiet zone of the standard. */
    public static QrCode of(String text) {
        return of(text, QUIET);
    }

    /**
     * @param quiet white modules around it; less than {@link #QUIET} only where the sheet around it is white
     * @throws IllegalArgumentException for a text no QR code can hold
     */
    public static QrCode of(String text, int quiet) {
        return of(text, quiet, ErrorCorrectionLevel.Q);
    }

    /** A code for a sheet that hangs for years; the sheet leaves {@link #QUIET} modules of white around it. */
    public static QrCode onPaper(String text) {
        return of(text, 0, ErrorCorrectionLevel.H);
    }

    private static QrCode of(String text, int quiet, ErrorCorrectionLevel level) {
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                level,
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.MARGIN,
                quiet);
        try {
            return new QrCode(text, new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code can hold this text", e);
        }
    }

    /** Modules to a side, the quiet zone included. */
    public int side() {
        return modules.getWidth();
    }

    /** As {@link #svg()}, shown so many pixels wide where nothing else says how wide. */
    public String svg(int pixels) {
        return svg().replaceFirst("<svg ", "<svg width=\"" + pixels + "\" height=\"" + pixels + "\" ");
    }

    /** One path of black modules on white, one unit per module: sharp at every size. */
    public String svg() {
        int size = modules.getWidth();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int from = x;
                while (x < size && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - from)
                            .append("v1H");
                    path.append(from).append('z');
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + ' ' + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + 'v' + size
                + "H0z\"/><path d=\"" + path + "\"/></svg>\n";
    }

    /** Twelve pixels per module: about 5 cm at 200 dpi. */
    public byte[] png() {
        return png(side() * PIXELS_PER_MODULE);
    }

    /**
     * Exactly so many pixels wide; modules are whole pixels, what is left over is white around them.
     *
     * @param pixels at least one per module
     */
    public byte[] png(int pixels) {
        int scale = pixels / side();
        int left = (pixels - scale * side()) / 2;
        BitMatrix image = new BitMatrix(pixels, pixels);
        for (int y = 0; y < side(); y++) {
            for (int x = 0; x < side(); x++) {
                if (modules.get(x, y)) {
                    image.setRegion(left + x * scale, left + y * scale, scale, scale);
                }
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            MatrixToImageWriter.writeToStream(image, "PNG", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
