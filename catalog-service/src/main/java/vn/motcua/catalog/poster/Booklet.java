package vn.motcua.catalog.poster;

import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

import java.io.IOException;
import java.io.OutputStream;

/** A PDF in the making: its typefaces, its pages. Pages that are finished lie in a file, not in memory. */
class Booklet implements AutoCloseable {
    private final PDDocument document;
    private final Typeface regular;
    private final Typeface bold;

    Booklet(String title, String lang) throws IOException {
        document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        regular = Typeface.regular(document);
        bold = Typeface.bold(document);
        document.setVersion(1.7f);
        document.getDocumentCatalog().setLanguage(lang);
        PDViewerPreferences shown =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
        PDDocumentInformation says = new PDDocumentInformation();
        says.setTitle(title);
        says.setCreator("Một Cửa");
        document.setDocumentInformation(says);
    }

    PDDocument document() {
        return document;
    }

    Typeface regular() {
        return regular;
    }

    Typeface bold() {
        return bold;
    }

    /** A new last page. */
    Sheet sheet(Paper paper) throws IOException {
        PDPage page = new PDPage(paper.box());
        document.addPage(page);
        return new Sheet(this, paper, page);
    }

    void write(OutputStream out) throws IOException {
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
