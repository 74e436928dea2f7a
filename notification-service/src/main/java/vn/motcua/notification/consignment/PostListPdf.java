package vn.motcua.notification.consignment;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sets a signed list as PDF/A-2b, as intake sets its forms: Tinos embedded, nothing loaded from anywhere, no script. */
final class PostListPdf {
    /** The page is set without the fonts of a screen. */
    private static final String SET =
            """
            @page{@bottom-right{content:counter(page) "/" counter(pages);font-family:Tinos;font-size:8px}}
            html{font-family:Tinos;line-height:1.3}
            body{max-width:none;padding:0}
            """;

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PostListPdf() {}

    /** @throws IllegalStateException if the page cannot be set */
    static byte[] of(String page) {
        Document document = Jsoup.parse(page);
        document.head().appendElement("style").appendText(SET);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .withW3cDocument(new W3CDom().fromJsoup(document), null)
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useColorProfile(SRGB)
                    .withProducer("Một Cửa")
                    .toStream(out);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> uri.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useFont(font("Regular"), "Tinos", 400, FontStyle.NORMAL, true);
            builder.useFont(font("Bold"), "Tinos", 700, FontStyle.NORMAL, true);
            builder.useFont(font("Italic"), "Tinos", 400, FontStyle.ITALIC, true);
            builder.run();
        } catch (IOException e) {
            throw new IllegalStateException("the list cannot be set as PDF", e);
        }
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> font(String cut) {
        return () -> PostListPdf.class.getResourceAsStream("/fonts/Tinos-" + cut + ".ttf");
    }
}
