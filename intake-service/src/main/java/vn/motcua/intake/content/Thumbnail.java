package vn.motcua.intake.content;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStreamImpl;

/** A small JPEG of a file's first page, drawn in bounded memory and time; what does not fit has none. */
public final class Thumbnail {
    /** The longer side, in pixels. */
    static final int SIDE = 320;

    private static final long MOST_DECODED = 64_000_000;
    private static final long MOST_PIXELS_IN_PDF = 40_000_000;
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private Thumbnail() {}

    /** It was not drawn for a cause that may pass: want of time or memory, bytes that could not be read. */
    public static final class NotNow extends RuntimeException {
        NotNow(Throwable cause) {
            super(cause);
        }
    }

    /**
     * @param mediaType as {@link Inspection} found it
     * @return a JPEG, or null where there never is a picture of it
     * @throws NotNow where there may be one another time
     */
    public static byte[] of(Content content, String mediaType) {
        return of(content, mediaType, AT_MOST);
    }

    static byte[] of(Content content, String mediaType, Duration atMost) {
        byte[] jpeg = null;
        Throwable why = null;
        try {
            BufferedImage page = page(content, mediaType, atMost);
            jpeg = page == null ? null : jpeg(page);
        } catch (TakesTooLong | OutOfMemoryError e) {
            throw new NotNow(e);
        } catch (IOException | RuntimeException | StackOverflowError notDrawn) {
            why = notDrawn;
        }
        if (jpeg == null && content.unreadable()) {
            throw new NotNow(why);
        }
        return jpeg;
    }

    private static BufferedImage page(Content content, String mediaType, Duration atMost) throws IOException {
        return switch (mediaType) {
            case Inspection.PDF -> pdf(content, atMost);
            case Inspection.JPEG, Inspection.PNG, Inspection.TIFF -> picture(content, mediaType);
            default -> null;
        };
    }

    private static final class TakesTooLong extends RuntimeException {
        TakesTooLong() {
            super("takes too long", null, false, false);
        }
    }

    private static BufferedImage pdf(Content content, Duration atMost) throws IOException {
        try (PDDocument document = Pdfs.open(content)) {
            PDRectangle box = document.getPage(0).getCropBox();
            float longer = Math.max(box.getWidth(), box.getHeight());
            return longer <= 0 ? null : new Bounded(document, atMost).renderImage(0, SIDE / longer);
        }
    }

    private static BufferedImage picture(Content content, String mediaType) throws IOException {
        try (Source source = new Source(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(source);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(source, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                int bits = reader.getRawImageType(0) == null
                        ? 24
                        : reader.getRawImageType(0).getColorModel().getPixelSize();
                boolean byRow = mediaType.equals(Inspection.PNG)
                        || mediaType.equals(Inspection.JPEG) && !Images.progressive(content);
                if (!byRow && pixels * bits / 8 > MOST_DECODED) {
                    return null;
                }
                int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * SIDE));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] jpeg(BufferedImage page) throws IOException {
        double scale = Math.min(1, (double) SIDE / Math.max(page.getWidth(), page.getHeight()));
        int width = Math.max(1, (int) Math.round(page.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(page.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.drawImage(page, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return ImageIO.write(small, "jpeg", out) ? out.toByteArray() : null;
    }

    /** Draws until its time is over, and no picture that is too large. */
    private static final class Bounded extends PDFRenderer {
        private final long until;

        Bounded(PDDocument document, Duration atMost) {
            super(document);
            until = System.nanoTime() + atMost.toNanos();
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    if (System.nanoTime() - until > 0) {
                        throw new TakesTooLong();
                    }
                    super.processOperator(operator, operands);
                }

                @Override
                public void drawImage(PDImage image) throws IOException {
                    if ((long) image.getWidth() * image.getHeight() <= MOST_PIXELS_IN_PDF) {
                        super.drawImage(image);
                    }
                }
            };
        }
    }

    private static final class Source extends ImageInputStreamImpl {
        private final Content content;

        Source(Content content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            bitOffset = 0;
            int one = content.at(streamPos);
            streamPos += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            bitOffset = 0;
            int read = length == 0 ? 0 : content.read(streamPos, into, offset, length);
            streamPos += Math.max(0, read);
            return read;
        }

        @Override
        public long length() {
            return content.size();
        }
    }
}
