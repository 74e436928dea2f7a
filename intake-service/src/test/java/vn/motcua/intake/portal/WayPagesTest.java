package vn.motcua.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.file.SamplePdf;

import java.util.Map;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(LoginProvider.class)
class WayPagesTest {
    @Inject
    SampleCatalogue catalogue;

    private final String sub = "ways-" + UUID.randomUUID();
    private final String number = "0" + (10_000_000_000L + Math.floorMod(sub.hashCode(), 89_999_999_999L));

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @Test
    void a_person_uses_a_paper_of_an_earlier_dossier_again_only_with_their_consent() {
        Browser browser = new Browser().login(sub + ".citizen.300");
        String before = opened();
        String first = papers(before);
        String component = Desk.dossier(TestTokens.citizen(sub), before).getString("papers[0].component");
        String page = browser.open(first).asString();
        browser.upload(page, upload(before, component), "a.pdf", SamplePdf.bytes("one", "two"));
        String uploaded = browser.open(first).asString();
        assertThat(uploaded).contains("2 trang", "/" + component + "/anh");
        HtmlCheck.of("papers with a picture", uploaded);
        assertThat(browser.get("/nop-ho-so/" + before + "/giay-to/" + component + "/anh")
                        .contentType())
                .isEqualTo("image/jpeg");
        Desk.done(TestTokens.citizen(sub), before, Desk.action("SUBMIT"));

        String now = opened();
        String reuse = "/nop-ho-so/" + now + "/giay-to/" + component + "/dung-lai?lang=vi";
        assertThat(browser.open(papers(now)).asString()).contains("Dùng lại giấy tờ của hồ sơ trước");
        String offered = browser.open(reuse).asString();
        assertThat(offered).contains("Tôi đồng ý dùng lại", before);
        HtmlCheck.of("earlier papers", offered);
        assertThat(browser.send(offered, reuse, Map.of()).statusCode()).isEqualTo(400);
        assertThat(browser.send(offered, reuse, Map.of("consent", "1", "dossier", "-".repeat(36)))
                        .statusCode())
                .isEqualTo(400);
        Response done = browser.send(offered, reuse, Map.of("consent", "1"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(browser.open(papers(now)).asString()).contains(component + " (2 trang");
        assertThat(browser.get("/nop-ho-so/" + now + "/giay-to/" + component + "/tep")
                        .asByteArray())
                .isEqualTo(SamplePdf.bytes("one", "two"));
    }

    @Test
    void who_never_filed_has_nothing_to_use_again_and_says_why_a_paper_is_missing() {
        Browser browser = new Browser().login(sub + ".citizen.300");
        String id = opened();
        String component = Desk.dossier(TestTokens.citizen(sub), id).getString("papers[0].component");
        assertThat(browser.open("/nop-ho-so/" + id + "/giay-to/" + component + "/dung-lai?lang=vi")
                        .asString())
                .contains("Chưa có giấy tờ nào");
        String page = browser.open(papers(id)).asString();
        String missing = "/nop-ho-so/" + id + "/giay-to/" + component + "/con-thieu?lang=vi";
        browser.send(page, missing, Map.of("reason", "Đang xin cấp lại"));
        assertThat(browser.open(papers(id)).asString()).contains("chưa có", "Đang xin cấp lại");
        assertThat(browser.get("/nop-ho-so/" + UUID.randomUUID() + "/giay-to/" + component + "/dung-lai")
                        .statusCode())
                .isEqualTo(404);
    }

    private String opened() {
        Map<String, Object> owner =
                Map.of("name", "Quàng Thị Vui", "identifierKind", "CITIZEN_NUMBER", "identifier", number);
        return Desk.open(TestTokens.citizen(sub), Desk.opening(Desk.BIRTH, "ONLINE", Map.of("owner", owner)))
                .getString("id");
    }

    private static String papers(String id) {
        return "/nop-ho-so/" + id + "/giay-to?lang=vi";
    }

    private static String upload(String id, String component) {
        return "/nop-ho-so/" + id + "/giay-to/" + component + "/tai-len?lang=vi";
    }
}
