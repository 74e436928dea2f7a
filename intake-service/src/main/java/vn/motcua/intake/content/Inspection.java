package vn.motcua.intake.content;

import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.IOException;
import java.util.List;

/** Looks at what a file is by its content alone, in bounded memory: a name or a header is what somebody says, not what it is. */
public final class Inspection {
    static final String PDF = "application/pdf";
    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";
    static final String TIFF = "image/tiff";

    /** What is accepted, office files included. */
    public static final List<String> ACCEPTED = List.of(
            PDF,
            JPEG,
            PNG,
            TIFF,
            OfficeZip.DOCX,
            OfficeZip.XLSX,
            OfficeZip.ODT,
            OfficeZip.ODS,
            OfficeOle.DOC,
            OfficeOle.XLS);

    /** Of these the pages can be counted. */
    public static final List<String> SCANS = List.of(PDF, JPEG, PNG, TIFF);

    private Inspection() {}

    /**
     * Tells what a file is, complete and fit to be opened by others.
     *
     * @throws ProblemException 415 if it is of no accepted type; 422 if it is encrypted, broken or cut, unpacks to far more than it
     *     is, or is an image of too many pixels
     * @throws IOException if the bytes cannot be read
     */
    public static Found look(Content content) throws IOException {
        try {
            if (content.has(0, '%', 'P', 'D', 'F', '-')) {
                return new Found(PDF, Pdfs.pages(content));
            }
            if (content.has(0, 0xff, 0xd8, 0xff)) {
                return new Found(JPEG, Images.jpeg(content));
            }
            if (content.has(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
                return new Found(PNG, Images.png(content));
            }
            if (content.has(0, 'I', 'I', 42, 0) || content.has(0, 'M', 'M', 0, 42)) {
                return new Found(TIFF, Tiffs.pages(content));
            }
            if (content.has(0, 'P', 'K', 3, 4)) {
                return new Found(OfficeZip.type(content), null);
            }
            if (content.has(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
                return new Found(OfficeOle.type(content), null);
            }
        } catch (java.io.EOFException cut) {
            throw Unfit.broken();
        }
        throw otherType();
    }

    static ProblemException otherType() {
        return new ProblemException(Problems.UNSUPPORTED_MEDIA_TYPE).with("accepted", ACCEPTED);
    }
}
