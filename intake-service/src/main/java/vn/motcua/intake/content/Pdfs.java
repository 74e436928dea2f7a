package vn.motcua.intake.content;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

import java.io.EOFException;
import java.io.IOException;

/** Opens PDFs through the window, never from memory; what they hold of their own is bounded. */
public final class Pdfs {
    private static final int MOST_PAGES = 10_000;
    private static final int END_WITHIN = 1024;
    private static final long OWN_MEMORY = 64L * 1024 * 1024;

    private Pdfs() {}

    static int pages(Content content) throws IOException {
        requireEnd(content);
        PdfStreams.requireHarmless(content);
        try (PDDocument document = open(content)) {
            if (document.isEncrypted()) {
                throw Unfit.encrypted();
            }
            int pages = document.getNumberOfPages();
            if (pages < 1 || pages > MOST_PAGES || document.getPage(0) == null) {
                throw Unfit.broken();
            }
            return pages;
        } catch (InvalidPasswordException e) {
            throw Unfit.encrypted();
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw Unfit.broken();
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw Unfit.unpacksTooLarge();
        }
    }

    /** Opens it without a password; the caller closes it. */
    public static PDDocument open(Content content) throws IOException {
        return Loader.loadPDF(new Source(content), MemoryUsageSetting.setupMainMemoryOnly(OWN_MEMORY).streamCache);
    }

    /** A reader as lenient as those in use would mend a cut file and show half of it. */
    private static void requireEnd(Content content) throws IOException {
        for (long place = content.size() - 5; place >= Math.max(0, content.size() - END_WITHIN); place--) {
            if (content.has(place, '%', '%', 'E', 'O', 'F')) {
                return;
            }
        }
        throw new EOFException("no end");
    }

    private static final class Source implements RandomAccessRead {
        private final Content content;
        private long place;
        private boolean closed;

        Source(Content content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            int one = content.at(place);
            place += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int total = 0;
            while (total < length) {
                int read = content.read(place, into, offset + total, length - total);
                if (read < 0) {
                    return total == 0 ? -1 : total;
                }
                total += read;
                place += read;
            }
            return total;
        }

        @Override
        public long getPosition() {
            return place;
        }

        @Override
        public void seek(long to) throws IOException {
            if (to < 0) {
                throw new IOException("before the beginning");
            }
            place = Math.min(to, content.size());
        }

        @Override
        public long length() {
            return content.size();
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public boolean isEOF() {
            return place >= content.size();
        }

        @Override
        public RandomAccessReadView createView(long start, long length) {
            return new RandomAccessReadView(this, start, length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
