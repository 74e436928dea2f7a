package vn.motcua.catalog.opendata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalog.draft.Editing;
import vn.motcua.devstack.MovableClock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@QuarkusTest
class OpenDataResourceTest {
    private static final String API = "/api/catalog/open-data/procedures.";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    MovableClock clock;

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void csv_json_and_json_ld_hold_every_procedure() throws Exception {
        List<Map<String, String>> rows = csv("");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(544);
        assertThat(rows).anySatisfy(row -> assertThat(row)
                .containsEntry("code", "2.000815")
                .containsEntry("field", "Chứng thực")
                .containsEntry("effective_from", "2025-07-01"));
        List<JsonNode> documents = new ArrayList<>();
        for (String line : text("ndjson").split("\n")) {
            documents.add(JSON.readTree(line));
        }
        assertThat(documents).hasSameSizeAs(rows);
        assertThat(documents.get(0).at("/name/vi").asText()).isNotEmpty();
        JsonNode graph = JSON.readTree(text("jsonld"));
        assertThat(graph.at("/@context").asText()).isEqualTo("https://schema.org");
        long codes = rows.stream().map(row -> row.get("code")).distinct().count();
        assertThat(graph.at("/@graph").size()).isBetween(544, (int) codes);
    }

    @Test
    void each_version_comes_once_and_in_order() throws Exception {
        List<String> keys = csv("").stream()
                .map(row -> row.get("code") + "@" + row.get("version"))
                .toList();
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    @Test
    void since_leaves_out_what_was_published_before() throws Exception {
        assertThat(csv("?since=2199-01-01")).isEmpty();
        assertThat(csv("?since=2020-01-01")).hasSizeGreaterThanOrEqualTo(544);
        assertThat(csv("?since=2020-01-01T00:00:00Z")).hasSizeGreaterThanOrEqualTo(544);
        assertThat(text("ndjson?since=2199-01-01")).isEmpty();
        assertThat(JSON.readTree(text("jsonld?since=2199-01-01")).at("/@graph")).isEmpty();
    }

    @Test
    void since_tells_a_version_that_was_published_before_and_got_its_last_day_since() throws Exception {
        clock.setLegal("2026-11-20T09:00");
        Editing.publish("8.650001", "Thủ tục dữ liệu mở", 3, "2026-12-01");
        Editing.publish("8.650002", "Thủ tục dữ liệu mở khác", 3, "2026-12-01");
        clock.setLegal("2026-11-24T09:00");
        assertThat(since()).doesNotContain("8.650001@1", "8.650002@1");
        String tag = given().get(API + "csv?since=2026-11-24").header("ETag");
        Editing.end("8.650001", "2026-12-31");
        Editing.publishNext("8.650002", "Thủ tục dữ liệu mở khác", 5, "2027-01-01");
        assertThat(since()).contains("8.650001@1", "8.650002@1", "8.650002@2");
        given().header("If-None-Match", tag)
                .get(API + "csv?since=2026-11-24")
                .then()
                .statusCode(200);
    }

    private static List<String> since() throws Exception {
        return csv("?since=2026-11-24").stream()
                .map(row -> row.get("code") + "@" + row.get("version"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-01-01T00:00", "1800-01-01", "99999-01-01", "0"})
    void a_day_that_is_none_is_refused(String since) {
        for (String kind : new String[] {"csv", "ndjson", "jsonld"}) {
            given().queryParam("since", since)
                    .get(API + kind)
                    .then()
                    .statusCode(400)
                    .body("type", endsWith("validation"))
                    .body("violations.pointer", hasItem("/since"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "jsonld"})
    void what_has_not_changed_is_not_sent_again(String kind) {
        String tag = given().get(API + kind).header("ETag");
        given().header("If-None-Match", tag).get(API + kind).then().statusCode(304);
        given().header("If-None-Match", tag)
                .get(API + kind + "?since=2199-01-01")
                .then()
                .statusCode(200);
    }

    @Test
    void a_cell_is_read_as_it_was_written_and_never_as_a_formula() {
        assertThat(OpenData.cell("a, \"b\"\nc")).isEqualTo("\"a, \"\"b\"\"\nc\"");
        assertThat(OpenData.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(OpenData.cell("Hộ tịch")).isEqualTo("Hộ tịch");
    }

    @Test
    void the_page_of_a_procedure_carries_its_government_service() throws Exception {
        String page = given().get("/thu-tuc/1.001193").asString();
        Matcher block = Pattern.compile("<script type=\"application/ld\\+json\">([^<]+)</script>")
                .matcher(page);
        assertThat(block.find()).isTrue();
        JsonNode service = JSON.readTree(block.group(1));
        assertThat(service.at("/@type").asText()).isEqualTo("GovernmentService");
        assertThat(service.at("/identifier").asText()).isEqualTo("1.001193");
        assertThat(service.at("/name/@value").asText()).isEqualTo("Thủ tục đăng ký khai sinh");
        assertThat(service.at("/@id").asText()).endsWith("/thu-tuc/1.001193");
        assertThat(service.at("/offers/0/price").asInt()).isZero();
    }

    @Test
    void without_an_established_fee_nothing_is_offered_for_nothing() throws Exception {
        JsonNode graph = JSON.readTree(text("jsonld")).at("/@graph");
        for (JsonNode service : graph) {
            if (service.at("/identifier").asText().equals("1.001612")) {
                assertThat(service.has("offers")).isFalse();
                return;
            }
        }
        throw new AssertionError("1.001612 is not in the graph");
    }

    @Test
    void search_engines_learn_every_public_page() {
        String map = given().get("/sitemap.xml")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asString();
        assertThat(map)
                .contains("/thu-tuc/2.000815</loc>", "/don-vi/14-03712-20250701</loc>", "/linh-vuc/ho-tich</loc>")
                .doesNotContain("/don-vi/14-03709-00000000<");
        String robots = given().get("/robots.txt")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();
        assertThat(robots).contains("Disallow: /ho-so\n", "/sitemap.xml\n");
    }

    private static List<Map<String, String>> csv(String query) throws Exception {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text("csv" + query))) {
            return rows.readAll();
        }
    }

    private static String text(String path) {
        return given().get(API + path).then().statusCode(200).extract().asString();
    }
}
