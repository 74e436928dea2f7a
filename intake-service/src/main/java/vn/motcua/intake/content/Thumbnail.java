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

    /**
     * @param mediaType as {@link Inspection} found it
     * @return a JPEG, or null where no picture is to be had
     */
    public static byte[] of(Content content, String mediaType) throws IOException {
        try {
            BufferedImage page =
                    switch (mediaType) {
                        case Inspection.PDF -> pdf(content);
                        case Inspection.JPEG, Inspection.PNG, Inspection.TIFF -> picture(content);
                        default -> null;
                    };
            return page == null ? null : jpeg(page);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError notDrawn) {
            return null;
        }
    }

    private static BufferedImage pdf(Content content) throws IOException {
        try (PDDocument document = Pdfs.open(content)) {
            PDRectangle box = document.getPage(0).getCropBox();
            float longer = Math.max(box.getWidth(), box.getHeight());
            return longer <= 0 ? null : new Bounded(document).renderImage(0, SIDE / longer);
        }
    }

    private static BufferedImage picture(Content content) throws IOException {
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
                boolean byRow = !"tif".equals(reader.getFormatName()) && !"tiff".equals(reader.getFormatName());
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
        private final long until = System.nanoTime() + AT_MOST.toNanos();

        Bounded(PDDocument document) {
            super(document);
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    if (System.nanoTime() - until > 0) {
                        throw new IllegalStateException("takes too long");
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
