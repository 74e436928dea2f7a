package vn.motcua.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
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
import vn.motcua.platform.sql.Sql;

import java.util.Map;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(LoginProvider.class)
class WayPagesTest {
    @Inject
    SampleCatalogue catalogue;

    @Inject
    AgroalDataSource source;

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

    @Test
    void what_is_refused_is_said_beside_the_paper_and_a_closed_dossier_is_shown() {
        Browser browser = new Browser().login(sub + ".citizen.300");
        String before = opened();
        String component = Desk.dossier(TestTokens.citizen(sub), before).getString("papers[0].component");
        String page = browser.open(papers(before)).asString();
        browser.upload(page, upload(before, component), "a.pdf", SamplePdf.bytes("short-lived"));
        Desk.done(TestTokens.citizen(sub), before, Desk.action("SUBMIT"));
        String now = opened();
        String reuse = "/nop-ho-so/" + now + "/giay-to/" + component + "/dung-lai?lang=vi";
        String offered = browser.open(reuse).asString();
        Sql.update(
                source,
                "update paper set valid_until = date '2020-01-31' where dossier_id = ? and component = ?",
                UUID.fromString(before),
                component);
        Response refused = browser.send(offered, reuse, Map.of("consent", "1"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("id=\"wrong-" + component + "\"");
        HtmlCheck.of("papers with a refused reuse", refused.asString());

        String list = browser.open(papers(now)).asString();
        Desk.done(TestTokens.citizen(sub), now, Desk.action("ABANDON"));
        Response closed = browser.send(
                list,
                "/nop-ho-so/" + now + "/giay-to/" + component + "/con-thieu?lang=vi",
                Map.of("reason", "Đang xin cấp lại"));
        assertThat(closed.statusCode()).isEqualTo(303);
        assertThat(closed.header("Location")).contains("/nop-ho-so/" + now + "?xong=moi");
    }

    @Test
    void a_paper_that_reception_has_seen_is_shown_and_not_offered_for_change() {
        Browser browser = new Browser().login(sub + ".citizen.300");
        String id = opened();
        Desk.done(TestTokens.citizen(sub), id, Desk.action("SUBMIT"));
        Map<String, Object> paper = Desk.dossier(Desk.HOA, id).getMap("papers[0]");
        String before = browser.open(papers(id)).asString();
        assertThat(before).contains(upload(id, (String) paper.get("component")));
        Desk.paper(id, paper, Map.of("state", "PRESENTED", "presentedAs", "DIGITAL", "held", true))
                .then()
                .statusCode(200);
        String after = browser.open(papers(id)).asString();
        assertThat(after).contains("id=\"" + paper.get("component") + "\"");
        assertThat(after).doesNotContain("/giay-to/" + paper.get("component") + "/");
        Response late =
                browser.upload(before, upload(id, (String) paper.get("component")), "a.pdf", SamplePdf.bytes("late"));
        assertThat(late.statusCode()).isEqualTo(303);
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
