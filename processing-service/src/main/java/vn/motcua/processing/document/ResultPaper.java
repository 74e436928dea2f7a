package vn.motcua.processing.document;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.motcua.paper.Paper;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.result.Composed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Sets results as PDF: those composed from the template as PDF/A-2b, uploaded ones with their statement on a last page. */
@ApplicationScoped
public class ResultPaper {
    private static final float MARGIN_POINTS = 28;
    /** A scan of A4 at 600 dpi has 35 million points; a picture is decoded whole. */
    private static final long POINTS_MAX = 40_000_000;

    @CheckedTemplate(basePath = "ResultPaper")
    static class Templates {
        static native TemplateInstance composed(Sheet s, List<String> paragraphs);

        static native TemplateInstance statement(Sheet s, List<Certified> items, int pages);

        private Templates() {}
    }

    /** A result made from the template, PDF/A-2b. */
    public byte[] composed(Sheet sheet, Composed words) {
        return Paper.pdf(Templates.composed(
                        sheet,
                        words.body()
                                .lines()
                                .map(ResultPaper::printable)
                                .filter(line -> !line.isBlank())
                                .toList())
                .render());
    }

    /**
     * An uploaded result with its statement on the last page. Its own pages stay as they are.
     *
     * @param items what is certified; empty for other results
     * @throws ProblemException if the upload cannot be read, is encrypted or too large a picture, or is signed already: a page more would break that signature
     */
    public byte[] stated(Sheet sheet, List<Certified> items, byte[] upload, String mediaType) {
        try (PDDocument document = pages(upload, mediaType)) {
            if (document.isEncrypted()) {
                throw new ProblemException(ProcessingProblem.RESULT_NOT_SIGNABLE);
            }
            if (!document.getSignatureDictionaries().isEmpty()) {
                throw new ProblemException(ProcessingProblem.RESULT_SIGNED_ALREADY);
            }
            byte[] last = Paper.pdf(Templates.statement(sheet, items, document.getNumberOfPages())
                    .render());
            try (PDDocument statement = Loader.loadPDF(last)) {
                new PDFMergerUtility().appendDocument(document, statement);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new ProblemException(ProcessingProblem.RESULT_NOT_SIGNABLE);
        }
    }

    /** {@code ngày 05 tháng 3 năm 2026}: days below ten and months below three with a leading zero (Decree 30/2020/NĐ-CP). */
    public static String date(LocalDate day) {
        return "ngày %02d tháng %s năm %d"
                .formatted(
                        day.getDayOfMonth(),
                        day.getMonthValue() < 3 ? "0" + day.getMonthValue() : day.getMonthValue(),
                        day.getYear());
    }

    /** Without the characters no page can hold. */
    private static String printable(String line) {
        return line.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}\\p{Co}]", " ");
    }

    private static void requireModest(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no readable picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > POINTS_MAX) {
                    throw new IOException("too large a picture");
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static PDDocument pages(byte[] upload, String mediaType) throws IOException {
        if ("application/pdf".equals(mediaType)) {
            return Loader.loadPDF(upload);
        }
        requireModest(upload);
        PDDocument document = new PDDocument();
        try {
            PDImageXObject picture = PDImageXObject.createFromByteArray(document, upload, "upload");
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            float width = page.getMediaBox().getWidth() - 2 * MARGIN_POINTS;
            float height = page.getMediaBox().getHeight() - 2 * MARGIN_POINTS;
            float scale = Math.min(width / picture.getWidth(), height / picture.getHeight());
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        picture,
                        MARGIN_POINTS,
                        page.getMediaBox().getHeight() - MARGIN_POINTS - picture.getHeight() * scale,
                        picture.getWidth() * scale,
                        picture.getHeight() * scale);
            }
            return document;
        } catch (IOException | IllegalArgumentException e) {
            document.close();
            throw new IOException("no readable picture", e);
        }
    }
}
