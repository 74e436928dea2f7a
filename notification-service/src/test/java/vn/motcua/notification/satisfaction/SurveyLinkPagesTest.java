package vn.motcua.notification.satisfaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.satisfaction.Asking.*;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.notification.support.Story;
import vn.motcua.platform.sql.Sql;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The question as the link of a message opens it. */
@QuarkusTest
class SurveyLinkPagesTest {
    @Inject
    AgroalDataSource source;

    @Inject
    SurveyLinks links;

    @BeforeEach
    void names() {
        Service.ready();
    }

    private Optional<String> link(UUID dossier) {
        return QuarkusTransaction.requiringNew()
                .call(() -> links.of(dossier).map(each -> each.address() + each.token()));
    }

    private static Response follow(String link) {
        return given().get(URI.create(link).getPath());
    }

    private long tokens(Story story) {
        return Sql.query(
                        source,
                        "select count(*) from survey_token t join dossier_return r on r.id = t.return_id where r.dossier_id = ?",
                        row -> row.getLong(1),
                        story.id)
                .get(0);
    }

    @Test
    void it_opens_the_form_as_often_as_it_is_looked_at_and_says_nothing_of_the_dossier() {
        Story story = returned(source, null);
        String link = link(story.id).orElseThrow();
        assertThat(link).matches("http://localhost:8080/danh-gia/[0-9A-Z]{12}");
        for (int i = 0; i < 2; i++) {
            Response page = follow(link);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString())
                    .contains("Ông/Bà hài lòng")
                    .doesNotContain(story.code, story.reference, story.id.toString(), "Mường Sại");
            assertThat(page.getCookies()).isEmpty();
        }
        assertThat(tokens(story)).as("looking writes nothing").isEqualTo(1);
        String token = link.substring(link.length() - 12);
        assertThat(Sql.query(source, "select encode(hash, 'escape') from survey_token", row -> row.getString(1)))
                .noneMatch(kept -> kept.contains(token));
    }

    @Test
    void one_answer_by_whichever_way_voids_the_link_the_form_and_the_code() {
        String unit = unit();
        Story story = returned(source, unit);
        String link = link(story.id).orElseThrow();
        String byCookie = token(open(story));
        assertThat(send(token(follow(link).asString()), "5", null).statusCode()).isEqualTo(303);
        assertThat(follow(link).statusCode()).isEqualTo(404);
        assertThat(send(byCookie, "1", null).statusCode()).isEqualTo(410);
        assertThat(tokens(story)).isZero();
        assertThat(link(story.id)).as("nobody is asked twice").isEmpty();

        Story other = returned(source, unit);
        String void_ = link(other.id).orElseThrow();
        assertThat(send(token(open(other)), "4", null).statusCode()).isEqualTo(303);
        assertThat(follow(void_).statusCode()).isEqualTo(404);
        assertThat(Sql.query(
                        source,
                        "select string_agg(distinct to_jsonb(a)::text, ',') from survey_answer a where unit = ?",
                        row -> row.getString(1),
                        unit))
                .as("nothing of an answer tells by which way the form was opened")
                .allMatch(rows -> rows.split("\"way\": \"PERSON\"", -1).length == 3)
                .noneMatch(rows -> rows.contains(link.substring(link.length() - 12)));
    }

    @Test
    void it_is_good_for_thirty_days_and_none_is_made_for_what_is_not_known() {
        Story story = returned(source, null);
        String link = link(story.id).orElseThrow();
        assertThat(Sql.query(
                        source,
                        "select expires_at - interval '29 days 23 hours' > current_timestamp, expires_at - interval '30 days' <= current_timestamp"
                                + " from survey_token t join dossier_return r on r.id = t.return_id where r.dossier_id = ?",
                        row -> row.getBoolean(1) && row.getBoolean(2),
                        story.id))
                .containsExactly(true);
        Sql.update(
                source,
                "update survey_token set expires_at = expires_at - interval '31 days' where return_id ="
                        + " (select id from dossier_return where dossier_id = ?)",
                story.id);
        assertThat(follow(link).statusCode()).isEqualTo(404);
        assertThat(link(UUID.randomUUID())).isEmpty();
    }
}
