package vn.motcua.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/** A QR code as one SVG path, sharp at every size. */
public final class QrCode {
    private static final int MODULE = 8;
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ", Pattern.CASE_INSENSITIVE);
    private static final Pattern DARK = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    private QrCode() {}

    /**
     * The code with its quiet zone of four modules, in units of a module; class {@code qr}. Error correction Q, because slips are folded
     * and wetted.
     *
     * @throws IllegalArgumentException if no QR code can hold the text
     */
    public static String svg(String text) {
        return svg(text, ErrorCorrectionLevel.Q);
    }

    /**
     * The same for a long text on a sheet that is kept flat: error correction M, so that its modules are a sixth larger and a scan of
     * 150 dpi still reads them.
     *
     * @throws IllegalArgumentException if no QR code can hold the text
     */
    public static String longSvg(String text) {
        return svg(text, ErrorCorrectionLevel.M);
    }

    private static String svg(String text, ErrorCorrectionLevel correction) {
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                correction,
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.MARGIN,
                4);
        BitMatrix modules;
        try {
            modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code can hold this text", e);
        }
        int size = modules.getWidth();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg class=\"qr\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + ' ' + size
                + "\" role=\"img\" shape-rendering=\"crispEdges\"><path d=\"" + path + "\"/></svg>";
    }

    /**
     * The same code as a picture, {@value #MODULE} pixels for a module.
     *
     * @param svg what {@link #svg} gave, also after a parser has read and written it
     * @throws IllegalArgumentException if it is no such code
     */
    public static byte[] png(String svg) {
        Matcher size = SIZE.matcher(svg);
        if (!size.find()) {
            throw new IllegalArgumentException("no QR code of ours");
        }
        int side = Integer.parseInt(size.group(1)) * MODULE;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        Matcher dark = DARK.matcher(svg);
        while (dark.find()) {
            int x = Integer.parseInt(dark.group(1));
            int y = Integer.parseInt(dark.group(2));
            pen.fillRect(x * MODULE, y * MODULE, MODULE, MODULE);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
