package vn.motcua.processing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The code on the last page of a result, as a phone held close reads it, and as a scan of 150 dpi does. */
public final class Codes {
    /** Held at several distances: a code that one size hides from the reader another shows. */
    private static final int[] DISTANCES = {300, 200, 400};

    private static final int DPI = 150;
    private static final int PATIENCE_SECONDS = 30;

    private Codes() {}

    public static String onLastPage(byte[] pdf) throws IOException, NotFoundException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer printed = new PDFRenderer(document);
            for (int dpi : DISTANCES) {
                String text = read(printed.renderImageWithDPI(document.getNumberOfPages() - 1, dpi));
                if (text != null) {
                    return text;
                }
            }
        }
        throw NotFoundException.getNotFoundInstance();
    }

    /** The same by others: drawn by poppler at 150 dpi and read by zbar; their tests are skipped where they are not installed. */
    public static String byZbar(byte[] pdf, Path folder) throws IOException, InterruptedException {
        assumeTrue(installed("pdftoppm") && installed("zbarimg"), "poppler or zbar is not installed");
        Files.write(folder.resolve("printed.pdf"), pdf);
        int last;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            last = document.getNumberOfPages();
        }
        String page = Integer.toString(last);
        run(folder, "pdftoppm", "-r", "" + DPI, "-f", page, "-l", page, "-singlefile", "-gray", "printed.pdf", "page");
        return run(folder, "zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", "page.pgm")
                .strip();
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return said;
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, program)));
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
