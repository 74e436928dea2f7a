package vn.motcua.catalog.imports;

import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Lists as they are sent, in one ZIP or as files apart; either way they are kept and read as one package. */
final class ImportUpload implements MultipartParser.PartHandler {
    private static final Pattern NAME = Pattern.compile("(?i)filename=\"([^\"\\p{Cntrl}]{1,200})\"");

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
    private ByteArrayOutputStream part = new ByteArrayOutputStream();

    private ImportUpload() {}

    /**
     * The package.
     *
     * @param type {@code application/zip}, or {@code multipart/form-data} with a part for each file
     * @throws ProblemException {@code payload-too-large}, {@code package-unreadable}
     */
    static byte[] zip(MediaType type, byte[] body, int maxBytes) {
        if (body.length > maxBytes) {
            throw new ProblemException(Problems.PAYLOAD_TOO_LARGE);
        }
        if (!MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
            return body;
        }
        String boundary = type.getParameters().get("boundary");
        ImportUpload upload = new ImportUpload();
        try {
            MultipartParser.ParseState parsing = MultipartParser.beginParse(
                    upload, boundary.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8.name());
            parsing.parse(ByteBuffer.wrap(body));
            if (parsing.isComplete() && !upload.files.isEmpty() && upload.files.size() <= ImportPackage.MOST_FILES) {
                return upload.zipped();
            }
        } catch (IOException | RuntimeException broken) {
            // answered below
        }
        throw ImportPackage.unreadable();
    }

    @Override
    public void beginPart(CaseInsensitiveMap<String> headers) {
        Matcher name = NAME.matcher(String.valueOf(headers.getFirst("Content-Disposition")));
        part = new ByteArrayOutputStream();
        if (name.find() && files.putIfAbsent(name.group(1), part) != null) {
            throw ImportPackage.unreadable();
        }
    }

    @Override
    public void data(ByteBuffer some) {
        byte[] bytes = new byte[some.remaining()];
        some.get(bytes);
        part.writeBytes(bytes);
    }

    @Override
    public void endPart() {
        part = new ByteArrayOutputStream();
    }

    private byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, ByteArrayOutputStream> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                file.getValue().writeTo(zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
