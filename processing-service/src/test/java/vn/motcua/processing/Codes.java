package vn.motcua.processing;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;

/** The code on the last page of a result, as a phone held close reads it. */
public final class Codes {
    /** Held at several distances: a code that one size hides from the reader another shows. */
    private static final int[] DPI = {300, 200, 400};

    private Codes() {}

    public static String onLastPage(byte[] pdf) throws IOException, NotFoundException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer printed = new PDFRenderer(document);
            for (int dpi : DPI) {
                String text = read(printed.renderImageWithDPI(document.getNumberOfPages() - 1, dpi));
                if (text != null) {
                    return text;
                }
            }
        }
        throw NotFoundException.getNotFoundInstance();
    }

    private static String read(BufferedImage page) {
        int width = page.getWidth();
        int height = page.getHeight();
        int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
        RGBLuminanceSource seen = new RGBLuminanceSource(width, height, pixels);
        for (Binarizer binarizer : new Binarizer[] {new HybridBinarizer(seen), new GlobalHistogramBinarizer(seen)}) {
            try {
                return read(binarizer);
            } catch (NotFoundException again) {
                // the next one
            }
        }
        return null;
    }

    private static String read(Binarizer seen) throws NotFoundException {
        return new MultiFormatReader()
                .decode(new BinaryBitmap(seen), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
