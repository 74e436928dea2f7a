package vn.motcua.catalog.poster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What hangs on the wall: the right size, readable by eye and by machine, every letter embedded. */
@QuarkusTest
class PosterResourceTest {
    static final Path DRAWN = Path.of("target/posters");
    private static final String API = "/api/catalog/";

    @ParameterizedTest
    @CsvSource({"A5, 148, 210", "A4, 210, 297"})
    void a_procedure_has_one_sheet_of_the_size_asked_for(String size, int width, int height) throws Exception {
        try (PDDocument pdf = pdf("procedures/2.000815/poster.pdf?size=" + size)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            measures(pdf.getPage(0), width, height);
            assertThat(text(pdf, 1))
                    .contains("2.000815", "Chứng thực bản sao từ bản chính")
                    .contains("AI NỘP", "GIẤY TỜ", "PHÍ, LỆ PHÍ", "THỜI HẠN", "NƠI NỘP")
                    .contains("2.000 đồng/trang", "Trong ngày")
                    .contains("1. Hướng dẫn", "5. Trả kết quả")
                    .contains("/thu-tuc/2.000815", "Phiên bản 1, có hiệu lực từ 01/07/2025");
            embedded(pdf);
        }
    }

    @Test
    void it_speaks_english_too() throws Exception {
        try (PDDocument pdf = pdf("procedures/1.001193/poster.pdf?language=en")) {
            assertThat(text(pdf, 1))
                    .contains("HOW LONG", "Free of charge", "Thủ tục đăng ký khai sinh", "Birth registration (");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void without_a_fee_or_a_limit_it_promises_nothing() throws Exception {
        try (PDDocument pdf = pdf("procedures/1.001612/poster.pdf?size=A5")) {
            assertThat(text(pdf, 1)).contains("Chưa xác định được thời hạn").doesNotContain("Miễn phí");
        }
    }

    @Test
    void a_board_shows_every_procedure_of_its_field_on_a3() throws Exception {
        List<String> codes = given().queryParam("field", "Hộ tịch")
                .get(API + "procedures?limit=100")
                .jsonPath()
                .getList("items.code");
        try (PDDocument pdf = pdf("fields/ho-tich/board.pdf")) {
            assertThat(pdf.getNumberOfPages()).isEqualTo((codes.size() + 9) / 10);
            StringBuilder all = new StringBuilder();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                measures(pdf.getPage(page - 1), 297, 420);
                all.append(text(pdf, page));
            }
            assertThat(all.toString()).contains("Hộ tịch", "/linh-vuc/ho-tich").contains(codes);
            embedded(pdf);
        }
    }

    @Test
    void a_wall_is_a_booklet_whose_index_leads_to_the_pages_it_names() throws Exception {
        try (PDDocument pdf = pdf("units/14-03712-20250701/wall.pdf?size=A5")) {
            assertThat(text(pdf, 1)).contains("Xã Mường Sại", "Tỉnh Sơn La", "/don-vi/14-03712-20250701");
            assertThat(text(pdf, 2)).contains("Mục lục");
            int checked = 0;
            for (String line : text(pdf, 2).split("\n")) {
                if (line.matches("\\d\\.\\d{6}.* \\d{1,3}\\s*")) {
                    String code = line.substring(0, 8);
                    int page = Integer.parseInt(line.strip().replaceAll(".* ", ""));
                    assertThat(text(pdf, page)).contains("/thu-tuc/" + code);
                    checked++;
                }
            }
            assertThat(checked).isGreaterThan(5);
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).contains("Mục lục", "Hộ tịch", "Chứng thực");
            embedded(pdf);
        }
    }

    @Test
    void a_wall_is_drawn_once_for_all_who_ask_at_the_same_time() throws Exception {
        List<CompletableFuture<byte[]>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> given().get(API + "units/14-03703-20250701/wall.pdf?size=A5&language=en")
                                .then()
                                .statusCode(200)
                                .contentType("application/pdf")
                                .extract()
                                .asByteArray()))
                .toList();
        byte[] first = all.get(0).get();
        for (CompletableFuture<byte[]> each : all) {
            assertThat(each.get()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "procedures/2.000815/poster.pdf?size=A3, /size",
        "procedures/2.000815/poster.pdf?language=fr, /language",
        "fields/ho-tich/board.pdf?language=VI, /language",
        "units/14-03712-20250701/wall.pdf?size=letter, /size"
    })
    void what_no_printer_has_is_refused(String path, String pointer) {
        given().get(API + path)
                .then()
                .statusCode(400)
                .body("type", endsWith("validation"))
                .body("violations.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "procedures/9.999999/poster.pdf",
                "fields/none/board.pdf",
                "units/14-99999-20250701/wall.pdf",
                "units/14-03709-00000000/wall.pdf"
            })
    void of_what_is_not_there_nothing_is_drawn(String path) {
        given().get(API + path).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"procedures/2.000815/poster.pdf", "fields/ho-tich/board.pdf", "units/14-03712-20250701/wall.pdf"
            })
    void an_unchanged_sheet_is_not_drawn_again(String path) {
        Response first = given().head(API + path);
        given().header("If-None-Match", first.header("ETag"))
                .get(API + path)
                .then()
                .statusCode(304);
        given().header("If-None-Match", first.header("ETag"))
                .head(API + path + "?language=en")
                .then()
                .statusCode(200);
    }

    static PDDocument pdf(String path) throws IOException {
        Response answer = given().get(API + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        Files.createDirectories(DRAWN);
        byte[] bytes = answer.asByteArray();
        Files.write(DRAWN.resolve(path.replaceAll("[/?=]", "_").replace(".pdf", "") + ".pdf"), bytes);
        return Loader.loadPDF(bytes);
    }

    private static void measures(PDPage page, int width, int height) {
        assertThat(Math.round(Paper.mm(page.getMediaBox().getWidth()))).isEqualTo(width);
        assertThat(Math.round(Paper.mm(page.getMediaBox().getHeight()))).isEqualTo(height);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setSortByPosition(true);
        reader.setStartPage(page);
        reader.setEndPage(page);
        return reader.getText(pdf).replaceAll("[ \\t]+", " ");
    }

    private static void embedded(PDDocument pdf) throws IOException {
        for (PDPage page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("BeVietnamPro");
            }
        }
    }
}
