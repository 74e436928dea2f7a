package vn.motcua.notification.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.dossier.Action;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.notification.support.TrackingCookie;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@QuarkusTest
class InboxPagesTest {

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private static Response open(String cookie, String query) {
        return given().cookie(SubjectToken.COOKIE, cookie).get("/hop-thu" + query);
    }

    @Test
    void the_inbox_tells_every_step_in_vietnamese_with_five_dots() {
        Story story = new Story().decided(UUID.randomUUID());
        Service.awaitTemplates(story.id, "received", "transferred", "result-ready");

        Response page = open(TrackingCookie.of(story.id), "");

        String html = page.asString();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(html)
                .contains("<meta charset=\"utf-8\">", "<html lang=\"vi\">", story.code, "Hộp thư của hồ sơ")
                .contains("Hồ sơ đã được tiếp nhận", "Hồ sơ đã được chuyển xử lý", "Đã có kết quả giải quyết hồ sơ")
                .contains("Trung tâm Phục vụ hành chính công xã Mường Sại")
                .contains("aria-current=\"step\"")
                .doesNotContain("<script", "null", "{t.", "NOT_FOUND");
        assertThat(html.split("<li class=\"done\">", -1)).hasSize(5);
        assertThat(html.indexOf("Đã có kết quả")).isLessThan(html.indexOf("đã được tiếp nhận"));
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void the_inbox_speaks_english_when_asked() {
        Story story = new Story().received();
        Service.awaitTemplates(story.id, "received");

        String html = open(TrackingCookie.of(story.id), "?lang=en").asString();

        assertThat(html)
                .contains("<html lang=\"en\">", "Your dossier has been received", "Inbox of the dossier", "in progress")
                .contains("Xã Mường Sại");
    }

    @Test
    void a_message_is_new_once_and_read_from_then_on() {
        Story story = new Story().received();
        Service.awaitTemplates(story.id, "received");

        assertThat(open(TrackingCookie.of(story.id), "").asString()).contains("● Mới");
        assertThat(open(TrackingCookie.of(story.id), "").asString()).doesNotContain("● Mới");
        assertThat(Sql.query(
                        source,
                        "select read_at is not null from message where dossier_id = ?",
                        row -> row.getBoolean(1),
                        story.id))
                .containsExactly(true);
    }

    @Test
    void without_a_valid_cookie_the_page_explains_how_to_open_it() {
        Story story = new Story().received();
        Service.awaitTemplates(story.id, "received");
        String expired = TrackingCookie.of(story.id, Duration.ofMinutes(-5));
        String altered = TrackingCookie.of(story.id).replaceFirst("....$", "AAAA");

        for (String cookie : new String[] {"", "rubbish", expired, altered}) {
            Response page = open(cookie, "");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString())
                    .contains("href=\"/ho-so?lang=vi\"", "mã PIN")
                    .doesNotContain(story.code, "đã được tiếp nhận");
        }
        assertThat(given().get("/hop-thu?lang=en").asString()).contains("Look up a dossier");
    }

    @Test
    void a_dossier_nothing_was_told_of_yet_has_an_empty_inbox() {
        assertThat(open(TrackingCookie.of(UUID.randomUUID()), "").asString()).contains("Hồ sơ chưa có thông báo nào");
    }

    @Test
    void a_long_story_fits_small_pages_and_links_to_the_older_ones() {
        Story story = new Story().received();
        story.tell(Action.TRANSFER, Stage.IN_PROCESS);
        for (int i = 0; i < 9; i++) {
            story.tell(Action.CORRECT, Stage.IN_PROCESS);
        }
        org.awaitility.Awaitility.await()
                .atMost(Service.SOON)
                .until(() -> Service.templates(story.id).size() == 11);

        Response first = open(TrackingCookie.of(story.id), "");
        assertThat(first.asString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(30_000);
        assertThat(first.asString()).doesNotContain("Hồ sơ đã được tiếp nhận");
        Matcher older =
                Pattern.compile("href=\"(/hop-thu\\?[^\"]*after=[^\"]*)\"").matcher(first.asString());
        assertThat(older.find()).isTrue();
        String second = given().cookie(SubjectToken.COOKIE, TrackingCookie.of(story.id))
                .urlEncodingEnabled(false)
                .get(older.group(1).replace("&amp;", "&"))
                .asString();
        assertThat(second).contains("Hồ sơ đã được tiếp nhận", "Về thông báo mới nhất");
    }

    @Test
    void the_page_of_another_dossier_is_out_of_reach() {
        Story mine = new Story().received();
        Story others = new Story().received();
        Service.awaitTemplates(mine.id, "received");
        Service.awaitTemplates(others.id, "received");

        assertThat(open(TrackingCookie.of(mine.id), "").asString())
                .contains(mine.code)
                .doesNotContain(others.code);
    }

    @Test
    void of_the_api_the_cookie_opens_the_messages_of_its_dossier_only() {
        Story story = new Story().received();
        Service.awaitTemplates(story.id, "received");
        String cookie = TrackingCookie.of(story.id);

        given().cookie(SubjectToken.COOKIE, cookie)
                .queryParam("dossier", story.id)
                .get("/api/notification/messages")
                .then()
                .statusCode(200)
                .body("items.template", org.hamcrest.Matchers.contains("received"));
        given().cookie(SubjectToken.COOKIE, TrackingCookie.of(UUID.randomUUID()))
                .queryParam("dossier", story.id)
                .get("/api/notification/messages")
                .then()
                .statusCode(404);
        given().cookie(SubjectToken.COOKIE, cookie)
                .get("/api/notification/returns/" + story.id)
                .then()
                .statusCode(401);
    }
}
