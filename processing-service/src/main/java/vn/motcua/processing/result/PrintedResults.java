package vn.motcua.processing.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several results as one document for the printer, page after page in the order asked. It carries no signature: the signed files stay as
 * they are, and the paper is checked by the code printed on it.
 */
@ApplicationScoped
class PrintedResults {
    /** Bytes of all files together, since their pages are held until the document is written. */
    private static final long BYTES_MAX = 64L * 1024 * 1024;

    @Inject
    ResultStore store;

    /** @throws ProblemException where they are too large together, one of them is no readable PDF, or is destroyed */
    byte[] together(List<Result> results) {
        if (results.stream().mapToLong(Result::size).sum() > BYTES_MAX) {
            throw new ProblemException(ProcessingProblem.PRINT_TOO_LARGE, BYTES_MAX / (1024 * 1024));
        }
        List<PDDocument> sources = new ArrayList<>();
        try (PDDocument all = new PDDocument()) {
            for (Result result : results) {
                result.requireBytes();
                PDDocument source = open(result);
                sources.add(source); // its pages are read when the whole is written
                for (PDPage page : source.getPages()) {
                    PDPage copy = all.importPage(page);
                    copy.setResources(page.getResources()); // also those the page has from its document
                    copy.setAnnotations(List.of()); // fields of signatures would say that they are broken
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            all.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new ProblemException(ProcessingProblem.RESULT_NOT_PRINTABLE);
        } finally {
            sources.forEach(PrintedResults::close);
        }
    }

    private PDDocument open(Result result) throws IOException {
        if (!"application/pdf".equals(result.mediaType())) {
            throw new ProblemException(ProcessingProblem.RESULT_NOT_PRINTABLE);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.write(result.sha256(), bytes);
        return Loader.loadPDF(bytes.toByteArray());
    }

    private static void close(PDDocument document) {
        try {
            document.close();
        } catch (IOException e) {
            throw new IllegalStateException(e); // it lies in memory
        }
    }
}
