package vn.motcua.catalog.qr;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;

import javax.imageio.ImageIO;

/** Codes of procedures, units and fields: to addresses that stay, in the size and with the quiet zone asked for. */
@QuarkusTest
class QrAnswerResourceTest {
    @ParameterizedTest
    @CsvSource({
        "procedures/2.000815, /thu-tuc/2.000815",
        "units/14-03712-20250701, /don-vi/14-03712-20250701",
        "units/14-03709-00000000, /don-vi/14-03709-00000000",
        "fields/ho-tich, /linh-vuc/ho-tich",
        "fields/Hộ tịch, /linh-vuc/ho-tich"
    })
    void each_leads_to_its_page_and_the_page_is_there(String thing, String page) throws Exception {
        Response png = given().get("/api/catalog/" + thing + "/qr.png?size=400&quiet=6");
        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.contentType()).isEqualTo("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.asByteArray()));
        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(read(image)).endsWith(page);
        given().get(page).then().statusCode(200);
        given().get("/api/catalog/" + thing + "/qr.svg?size=300")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(org.hamcrest.Matchers.startsWith("<svg width=\"300\" height=\"300\" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=119",
                "size=2401",
                "size=-1",
                "size=big",
                "size=12.5",
                "size=99999999999",
                "quiet=17",
                "quiet=-1",
                "quiet=x"
            })
    void what_nobody_could_print_or_read_is_refused(String query) {
        for (String thing : new String[] {"procedures/2.000815", "units/14-03712-20250701", "fields/ho-tich"}) {
            for (String kind : new String[] {"svg", "png"}) {
                given().get("/api/catalog/" + thing + "/qr." + kind + "?" + query)
                        .then()
                        .statusCode(400)
                        .body("type", endsWith("validation"))
                        .body("violations.pointer", hasItem("/" + query.substring(0, query.indexOf('='))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "procedures/9.999999, procedure-not-found",
        "units/14-99999-20250701, unit-not-found",
        "fields/none, field-not-found",
        "fields/%20, field-not-found"
    })
    void of_what_is_not_there_is_no_code(String thing, String problem) {
        given().urlEncodingEnabled(false)
                .get("/api/catalog/" + thing + "/qr.svg")
                .then()
                .statusCode(404)
                .body("type", endsWith(problem));
    }

    @ParameterizedTest
    @CsvSource({"size=200, size=300", "quiet=4, quiet=8"})
    void each_size_has_a_tag_of_its_own(String one, String other) {
        String path = "/api/catalog/units/14-03712-20250701/qr.png?";
        String tag = given().get(path + one).header("ETag");
        given().header("If-None-Match", tag).get(path + one).then().statusCode(304);
        given().header("If-None-Match", tag).get(path + other).then().statusCode(200);
    }

    @org.junit.jupiter.api.Test
    void fields_are_listed_with_their_ids() {
        given().get("/api/catalog/fields")
                .then()
                .statusCode(200)
                .body("size()", equalTo(87))
                .body("find { it.id == 'ho-tich' }.name", equalTo("Hộ tịch"));
        given().redirects()
                .follow(false)
                .get("/linh-vuc/ho-tich?lang=en")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/?field=H%E1%BB%99+t%E1%BB%8Bch&lang=en"));
        given().get("/linh-vuc/none").then().statusCode(404).contentType("text/html");
    }

    private static String read(BufferedImage image) throws Exception {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
    }
}
