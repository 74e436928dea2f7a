package vn.motcua.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/**
 * Sets an HTML page as PDF/A-2b, the format of the long-term archive (Circular 13/2023/TT-BNV): fonts embedded, nothing loaded from
 * anywhere, no script. Tinos has the measures of Times New Roman, which Decree 30/2020/NĐ-CP prescribes. Numbers stand at the foot of
 * each page.
 *
 * <p>The same page may be shown by a browser: {@code .head}, {@code .foot} and {@code .signs}, which browsers lay out by grid or flex,
 * are set as tables here, and {@code svg.qr} of {@link QrCode#svg} as a picture. A page of several thousand rows takes seconds and some
 * ten megabytes: it is set outside transactions, and who asks for it is limited by the caller.
 */
public final class Paper {
    private static final String STYLE =
            """
            @page{@bottom-right{content:counter(page) "/" counter(pages);font-family:Tinos;font-size:8px}}
            html{font-family:Tinos;line-height:1.3}
            body{max-width:none;padding:0}
            .head,.foot,.signs{display:table;width:100%}
            .head>div,.foot>div,.signs>div{display:table-cell;vertical-align:top}
            .head>div:first-child{width:44%}
            .foot{page-break-inside:avoid}
            .foot>div:first-child{width:28mm}
            .foot>div{vertical-align:middle}
            .signs{page-break-inside:avoid;min-height:0}
            .signs span{padding-top:10mm;margin-top:0}
            img.qr{width:26mm;height:26mm}
            small{margin-top:4px}
            """;

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {}

    /**
     * The page as PDF/A-2b. Pictures are taken from {@code data:} addresses only; any other address leaves an empty place.
     *
     * @param page a whole HTML document, whose texts are escaped already; its own styles stand, those of this class come after them
     * @throws IllegalStateException if the page cannot be set
     */
    public static byte[] pdf(String page) {
        Document document = Jsoup.parse(page);
        document.head().appendElement("style").appendText(STYLE);
        for (Element code : document.select("svg.qr")) {
            code.replaceWith(picture(code));
        }
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
            builder.useFont(font("BoldItalic"), "Tinos", 700, FontStyle.ITALIC, true);
            builder.run();
        } catch (IOException e) {
            throw new IllegalStateException("the page cannot be set as PDF", e);
        }
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> font(String cut) {
        return () -> Paper.class.getResourceAsStream("/fonts/Tinos-" + cut + ".ttf");
    }

    private static Element picture(Element code) {
        String data = Base64.getEncoder().encodeToString(QrCode.png(code.outerHtml()));
        return new Element("img").addClass("qr").attr("alt", "QR").attr("src", "data:image/png;base64," + data);
    }
}
