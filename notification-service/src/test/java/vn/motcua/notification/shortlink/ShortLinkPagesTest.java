package vn.motcua.notification.shortlink;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.OptOuts;
import vn.motcua.notification.delivery.Subject;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;

/** What the link of a short message opens. */
@QuarkusTest
class ShortLinkPagesTest {

    @Inject
    ShortLinks links;

    @Inject
    OptOuts optOuts;

    @Inject
    ForgetLinks forgetLinks;

    @Inject
    AgroalDataSource source;

    private Story story;
    private String path;

    @BeforeEach
    void known() {
        Service.ready();
        story = new Story().received();
        Service.awaitTemplates(story.id, "received");
        String link = links.of(Subject.dossier(story.id));
        path = link.substring(link.indexOf("/x/"));
    }

    @Test
    void it_leads_to_the_tracking_page_with_the_reference_filled_in_and_opens_nothing() {
        Response answer = given().redirects().follow(false).get(path + "?lang=vi");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/ho-so?ma=" + story.reference + "&lang=vi");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(path).matches("/x/[0-9a-z]{12}").doesNotContain(story.reference.toLowerCase());
    }

    @Test
    void an_expired_link_is_removed_and_no_other() {
        assertThat(forgetLinks.round()).isEqualTo(Duration.ofHours(1));
        assertThat(links.subject(path.substring(3))).contains(Subject.dossier(story.id));

        Sql.update(source, "update short_link set expires_at = made_at where dossier_id = ?", story.id);
        forgetLinks.round();
        assertThat(Sql.query(
                        source,
                        "select count(*) from short_link where dossier_id = ?",
                        row -> row.getLong(1),
                        story.id))
                .containsExactly(0L);
    }

    @Test
    void an_unknown_and_an_expired_link_say_the_same() {
        Sql.update(source, "update short_link set expires_at = made_at where dossier_id = ?", story.id);
        for (String wrong : new String[] {path, "/x/000000000000", "/x/short", path + "/nhan-tin"}) {
            Response answer = given().redirects().follow(false).get(wrong + "?lang=vi");
            assertThat(answer.statusCode()).as(wrong).isEqualTo(404);
            assertThat(answer.asString())
                    .contains("đã hết hạn", "href=\"/ho-so?lang=vi\"")
                    .doesNotContain(story.code);
        }
        assertThat(links.of(Subject.dossier(story.id))).as("a new one is made").doesNotEndWith(path);
    }

    @Test
    void a_person_stops_what_rings_and_takes_it_back_and_the_portal_is_not_among_it() {
        String page = given().get(path + "/nhan-tin?lang=vi").asString();
        assertThat(page)
                .contains(story.code, "value=\"SMS\" checked", "value=\"EMAIL\" checked")
                .doesNotContain("PORTAL", "<script");

        Response saved = given().formParam("nhan", "EMAIL").post(path + "/nhan-tin?lang=vi");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.asString()).contains("Đã lưu lựa chọn").contains("value=\"EMAIL\" checked");
        assertThat(optOuts.of(story.id)).containsExactly(ChannelKind.SMS);

        given().formParam("nhan", "EMAIL", "SMS")
                .post(path + "/nhan-tin?lang=en")
                .then()
                .statusCode(200);
        assertThat(optOuts.of(story.id)).isEmpty();
        given().contentType("application/x-www-form-urlencoded")
                .post(path + "/nhan-tin")
                .then()
                .statusCode(200);
        assertThat(optOuts.of(story.id)).containsExactlyInAnyOrder(ChannelKind.SMS, ChannelKind.EMAIL);
        given().formParam("nhan", "SMS").post("/x/000000000000/nhan-tin").then().statusCode(404);
    }
}
