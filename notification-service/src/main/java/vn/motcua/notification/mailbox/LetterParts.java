package vn.motcua.notification.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads the parts of a letter within bounds: depth, number, bytes of its text and of each file. What is beyond is not fetched, and what is
 * done with the text grows with its length and no faster: whoever writes to one mailbox holds up no other.
 */
final class LetterParts {
    private static final int DEPTH_MOST = 8;
    private static final int PARTS_MOST = 50;
    private static final int TEXT_BYTES_MOST = 256 * 1024;
    /** Characters of its text that are looked at; a feedback has at most a quarter of them. */
    static final int CHARS_MOST = 16_000;

    private static final Set<String> NOT_WRITTEN = Set.of("script", "style", "head", "template");
    private static final Set<String> BLOCKS = Set.of("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote");
    private static final int NAME_MOST = 100;

    private final int fileBytesMost;
    private final List<File> files = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private String html;
    private String text;
    private int parts;

    /**
     * A file that was sent along.
     *
     * @param bytes null where it is larger than a file may be, or cannot be read
     * @param shown whether the text shows it: a logo, or a picture that was put into it
     */
    record File(String name, byte[] bytes, boolean shown) {

        private static File unread(String name) {
            return new File(name, null, false);
        }
    }

    private LetterParts(int fileBytesMost) {
        this.fileBytesMost = fileBytesMost;
    }

    /**
     * A part that cannot be read is a file without bytes; the others are read none the less. Whether it is the line that broke, the caller
     * sees by the line.
     *
     * @param fileBytesMost what a file may have; of a larger one the name is kept
     */
    static LetterParts of(Part letter, int fileBytesMost) {
        LetterParts all = new LetterParts(fileBytesMost);
        all.walk(letter, 0);
        all.text = all.written();
        return all;
    }

    /** What was written: the plain text, else the text of the HTML; empty where there is none, and never more than {@link #CHARS_MOST}. */
    String text() {
        return text;
    }

    private String written() {
        String read = clean(plain);
        return read.isBlank() && html != null ? written(html) : read;
    }

    /** Those that were attached, then those that the text shows. */
    List<File> files() {
        return files.stream().sorted(Comparator.comparing(File::shown)).toList();
    }

    private void walk(Part part, int depth) {
        if (depth > DEPTH_MOST || ++parts > PARTS_MOST) {
            return;
        }
        try {
            open(part, depth);
        } catch (MessagingException | IOException | RuntimeException broken) {
            files.add(File.unread(type(part)));
        }
    }

    private void open(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            // by its source, not by its content: which class that is hangs on the class loader of the thread
            Multipart inner = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < inner.getCount(); i++) {
                walk(inner.getBodyPart(i), depth + 1);
            }
            return;
        }
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || name(part) != null;
        if (!attached && part.isMimeType("text/plain")) {
            if (plain.length() < TEXT_BYTES_MOST) {
                plain.append(plain.isEmpty() ? "" : "\n").append(read(part));
            }
        } else if (!attached && part.isMimeType("text/html")) {
            html = html == null ? read(part) : html;
        } else {
            files.add(file(part));
        }
    }

    /** As much of it as can be decoded; what cannot from the beginning is taken as it came. */
    private String read(Part part) throws MessagingException, IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            copy(in, read);
        } catch (IOException broken) {
            files.add(File.unread(type(part)));
            if (read.size() == 0) {
                try (InputStream raw = raw(part)) {
                    copy(raw, read);
                }
            }
        }
        return read.toString(charset(part));
    }

    /** Byte by byte: what a decoder has decoded until it stumbles is not lost with the rest. */
    private static void copy(InputStream from, ByteArrayOutputStream to) throws IOException {
        for (int one = from.read(); one >= 0 && to.size() < TEXT_BYTES_MOST; one = from.read()) {
            to.write(one);
        }
    }

    private static InputStream raw(Part part) throws MessagingException {
        return part instanceof MimeMessage letter
                ? letter.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream();
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String named = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(named));
        } catch (jakarta.mail.internet.ParseException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private File file(Part part) throws MessagingException {
        String name = shown(part);
        try {
            boolean shown = !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                    && ((MimePart) part).getContentID() != null;
            return new File(name, bytes(part), shown);
        } catch (MessagingException | IOException | RuntimeException broken) {
            return File.unread(name);
        }
    }

    private byte[] bytes(Part part) throws MessagingException, IOException {
        // the size that is told is of the encoded part, with its line ends 1.37 times the file; where it is not told it
        // is -1
        if (part.getSize() > fileBytesMost * 7L / 5) {
            return null;
        }
        try (InputStream in = part.getInputStream()) {
            byte[] read = in.readNBytes(fileBytesMost + 1);
            return read.length > fileBytesMost ? null : read;
        }
    }

    private static String name(Part part) throws MessagingException {
        try {
            return part.getFileName() == null ? null : MimeUtility.decodeText(part.getFileName());
        } catch (UnsupportedEncodingException unknown) {
            return part.getFileName();
        }
    }

    private static String shown(Part part) throws MessagingException {
        String name = name(part);
        String clean = name == null ? "" : clean(name).replace('\n', ' ');
        return clean.isBlank() ? "?" : clean.substring(0, Math.min(clean.length(), NAME_MOST));
    }

    /** What a part that cannot be read is called: by what it says it is. */
    private static String type(Part part) {
        try {
            String type = clean(part.getContentType().split(";", 2)[0]);
            return type.isBlank() ? "?" : type.substring(0, Math.min(type.length(), NAME_MOST));
        } catch (MessagingException | RuntimeException unknown) {
            return "?";
        }
    }

    /** The text of HTML with its paragraphs; scripts, styles and what is far behind the beginning are gone. */
    static String written(String html) {
        StringBuilder written = new StringBuilder();
        Jsoup.parse(html).filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    written.append(words.getWholeText());
                } else if (node instanceof Element element) {
                    if (NOT_WRITTEN.contains(element.normalName())) {
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    if (element.normalName().equals("br") || BLOCKS.contains(element.normalName())) {
                        written.append('\n');
                    }
                }
                return FilterResult.CONTINUE;
            }
        });
        return clean(written);
    }

    /** Without control characters, blanks at the ends of lines and runs of empty lines; read once, and no further than is kept. */
    static String clean(CharSequence text) {
        StringBuilder clean = new StringBuilder();
        StringBuilder blanks = new StringBuilder();
        int lines = 0;
        for (int i = 0; i < text.length() && clean.length() < CHARS_MOST; i++) {
            char c = text.charAt(i);
            boolean secondOfTwo = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (c == '\r' || c == '\n' && !secondOfTwo) {
                lines++;
                blanks.setLength(0);
            } else if (c == ' ' || c == '\t' || c == '\u00a0') {
                blanks.append(c);
            } else if (!Character.isISOControl(c)) {
                if (!clean.isEmpty()) {
                    clean.append("\n".repeat(Math.min(lines, 2))).append(blanks);
                }
                clean.append(c);
                lines = 0;
                blanks.setLength(0);
            }
        }
        return clean.substring(0, Math.min(clean.length(), CHARS_MOST)).strip();
    }
}
