package vn.motcua.processing.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.processing.Codes;
import vn.motcua.processing.Pdfs;
import vn.motcua.processing.Press;
import vn.motcua.processing.Sample;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

@QuarkusTest
class VerificationPagesTest {
    private static final String DECLARED = "{\"declaration\":true}";
    private static final int FIRST_PAGE_BYTES = 30 * 1024;

    @Inject
    Seal seal;

    @TempDir
    Path folder;

    private final String specialist = token("specialist");
    private final String approver = token("approver");

    /** A result as it was signed, and what its code says. */
    private record Signed(Sample sample, JsonNode signing, String code) {
        String token() {
            return code.substring(code.indexOf("?t=") + 3);
        }
    }

    @BeforeEach
    void catalogue() {
        Sample.catalogue();
    }

    @Test
    void the_code_on_the_paper_leads_to_what_is_printed_and_nothing_else() throws Exception {
        Signed signed = issued();
        String page = page(signed.token(), "vi", 200);
        assertThat(page)
                .contains("còn hiệu lực", signed.signing.get("number").asText(), "Xã Mường Sại", "PAdES B-LT")
                .doesNotContain("H52.712.00")
                .doesNotContain("<script")
                .doesNotContain(signed.sample.dossier.toString());
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(FIRST_PAGE_BYTES);
        assertThat(page(signed.token(), "en", 200)).contains("genuine and valid", "lang=\"en\"");
        assertThat(new String(Base64.getUrlDecoder().decode(signed.token().split("\\.")[1]), StandardCharsets.UTF_8))
                .doesNotContain("H52")
                .hasSizeLessThan(140);
    }

    @Test
    void a_decision_on_its_way_a_refused_and_a_corrected_one_say_so() throws Exception {
        Signed waiting = signed();
        assertThat(page(waiting.token(), "vi", 200)).contains("đang chờ ghi nhận");
        waiting.sample.refused(waiting.sample.awaitAct("DECIDE").id(), "DECIDE", "FEES_OPEN");
        waiting.sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(page(waiting.token(), "vi", 200)).contains("không có giá trị");

        Signed first = issued();
        Signed second = corrected(first);
        assertThat(page(first.token(), "vi", 200))
                .contains("đã được thay thế", second.signing.get("number").asText());
        assertThat(page(second.token(), "vi", 200)).contains("còn hiệu lực");
    }

    @Test
    void a_forged_a_foreign_and_an_unknown_code_are_unknown() throws Exception {
        String token = issued().token();
        String[] parts = token.split("\\.");
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"i\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"n\":\"01/GXN\",\"u\":\"x\",\"d\":\"2026-01-01\"}"
                        .getBytes(StandardCharsets.UTF_8));
        page(parts[0] + "." + other + "." + parts[2], "vi", 404);
        page("xin chào", "vi", 404);
        page(
                seal.token(new Seal.Said(
                        UUID.randomUUID(), "01/GXN-UBND", "Xã Mường Sại", java.time.LocalDate.of(2026, 1, 1))),
                "vi",
                404);
        page(given().get("/xac-minh/thu-hoi.jws").asString(), "vi", 404);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        page(none + "." + parts[1] + ".", "vi", 404);
        given().get("/xac-minh?lang=en").then().statusCode(200);
        assertThat(SubjectToken.COOKIE).isNotNull();
    }

    @Test
    void a_correction_that_was_not_signed_here_replaces_as_well_once_the_dossier_took_it() throws Exception {
        Signed first = issued();
        String list = given().get("/xac-minh/thu-hoi.jws").asString();
        String next = json(first.sample.upload(approver, null, Pdfs.pages(1)))
                .get("id")
                .asText();
        first.sample
                .act(approver, "{\"action\":\"REISSUE\",\"resultId\":\"%s\"}".formatted(next))
                .then()
                .statusCode(200);
        assertThat(page(first.token(), "vi", 200)).contains("còn hiệu lực");
        first.sample.applied(first.sample.awaitAct("REISSUE").id(), "DECIDED", "REISSUE");
        first.sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        assertThat(page(first.token(), "vi", 200)).contains("đã được thay thế");
        assertThat(given().get("/xac-minh/thu-hoi.jws").asString()).isNotEqualTo(list);
    }

    @Test
    void the_list_is_made_once_until_something_ends() throws Exception {
        Signed first = issued();
        String list = given().get("/xac-minh/thu-hoi.jws").asString();
        assertThat(given().get("/xac-minh/thu-hoi.jws").asString())
                .as("a signature made anew would differ")
                .isEqualTo(list);
        corrected(first);
        assertThat(given().get("/xac-minh/thu-hoi.jws").asString()).isNotEqualTo(list);
    }

    @Test
    void the_page_without_network_finds_the_same_as_the_page_with_it() throws Exception {
        assumeTrue(
                List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "node"))),
                "node is not installed");
        Signed first = issued();
        Signed second = corrected(first);
        Signed refused = signed();
        refused.sample.refused(refused.sample.awaitAct("DECIDE").id(), "DECIDE", "FEES_OPEN");
        refused.sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        var answer =
                given().get("/xac-minh/ngoai-tuyen.html").then().statusCode(200).extract();
        String html = answer.asString();
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'sha256-");
        assertThat(html).doesNotContain("src=", "http://", "https://");
        Files.writeString(folder.resolve("page.html"), html);
        Files.writeString(folder.resolve("check.mjs"), NODE);
        String forged = first.token().substring(0, first.token().length() - 6) + "AAAAAA";
        Process node = new ProcessBuilder(
                        "node", "check.mjs", first.code, second.code, refused.code, forged, "không phải mã")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        JsonNode found = new ObjectMapper().readTree(node.getInputStream());
        assertThat(found.findValuesAsText("state"))
                .containsExactly("REPLACED", "VALID", "REVOKED", "UNKNOWN", "UNKNOWN");
        assertThat(found.get(0).get("by").asText())
                .isEqualTo(second.signing.get("number").asText());
    }

    /** Takes keys, list and script out of the page as a browser would, without a document. */
    private static final String NODE =
            """
            import { readFileSync } from 'node:fs';
            const html = readFileSync('page.html', 'utf8');
            const part = (id) => new RegExp(`id="${id}">([\\\\s\\\\S]*?)</script>`).exec(html)[1];
            (0, eval)(/<script>([\\s\\S]*?)<\\/script>/.exec(html)[1]);
            const { open, check } = globalThis.motcua;
            const keys = JSON.parse(part('keys'));
            const list = await open(part('list').trim(), keys);
            const found = [];
            for (const code of process.argv.slice(2)) found.push(await check(code, keys, list));
            console.log(JSON.stringify(found));
            """;

    private Signed signed() throws Exception {
        return sign(Sample.opened(BIRTH).proposed(specialist, Pdfs.pages(1)));
    }

    private Signed issued() throws Exception {
        Signed signed = signed();
        signed.sample.applied(signed.sample.awaitAct("DECIDE").id(), "DECIDED", "DECIDE");
        signed.sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        return signed;
    }

    private Signed corrected(Signed first) throws Exception {
        first.sample.upload(approver, null, Pdfs.pages(1)).then().statusCode(200);
        Signed second = sign(first.sample);
        first.sample.applied(first.sample.awaitAct("REISSUE").id(), "DECIDED", "REISSUE");
        first.sample.awaitSeen(approver, seen -> seen.get("pending").isNull());
        return second;
    }

    private Signed sign(Sample sample) throws Exception {
        JsonNode signing = json(Press.sign(sample, approver, UUID.randomUUID(), DECLARED));
        byte[] file = as(approver)
                .get("/api/processing/results/" + signing.get("result").asText())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new Signed(sample, signing, Codes.onLastPage(file));
    }

    private static String page(String token, String lang, int status) {
        return given().queryParam("t", token)
                .queryParam("lang", lang)
                .get("/xac-minh")
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }
}
