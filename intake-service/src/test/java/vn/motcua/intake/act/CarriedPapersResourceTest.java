package vn.motcua.intake.act;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;
import static vn.motcua.intake.act.Versions.NOTHING;
import static vn.motcua.intake.act.Versions.carryOver;
import static vn.motcua.intake.act.Versions.first;
import static vn.motcua.intake.act.Versions.publish;
import static vn.motcua.intake.act.Versions.second;
import static vn.motcua.intake.act.Versions.version;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.intake.content.SampleFiles;

import java.util.List;
import java.util.Map;

/** Another version has other papers under the ids of those of the one before: what was seen of one never fits another. */
@QuarkusTest
class CarriedPapersResourceTest {
    private static final byte[] PICTURE = SampleFiles.image("png", 30, 20);

    @Inject
    MovableClock clock;

    @Inject
    SampleCatalogue samples;

    @Inject
    Versions versions;

    @BeforeEach
    void monday() {
        samples.loaded();
        clock.setLegal("2026-11-23T09:00");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void what_was_seen_of_a_paper_fits_none_that_has_its_place_under_another_version() {
        String code = "1.997001";
        ObjectNode first = first(code, "Tờ khai", "Giấy cũ", "Bản sao căn cước");
        String id = versions.draft(first, NOTHING);
        present(id, 1).then().statusCode(200);
        List<Map<String, Object>> before = papers(id);
        ObjectNode second = second(code, "Giấy mới", "Bản sao căn cước", "Tờ khai");
        versions.follows(first, second);
        carryOver(HOA, id).then().statusCode(200);
        List<Map<String, Object>> after = papers(id);
        before.forEach(stale -> refused(id, stale));
        assertThat(papers(id)).isEqualTo(after);

        present(id, 2).then().statusCode(200);
        attach(id, papers(id).get(0)).then().statusCode(200);
        List<Map<String, Object>> between = papers(id);
        publish(second.put("effectiveTo", "2026-11-26"));
        versions.comes(version(code, 3, "2026-11-27", null, 5, "Tờ khai", "Giấy mới", "Giấy khác"));
        carryOver(HOA, id).then().statusCode(200);
        after = papers(id);
        before.forEach(stale -> refused(id, stale));
        between.forEach(stale -> refused(id, stale));
        assertThat(papers(id)).isEqualTo(after);
        present(id, 2).then().statusCode(200);
    }

    private static List<Map<String, Object>> papers(String id) {
        return Desk.dossier(HOA, id).getList("papers");
    }

    private static Response present(String id, int place) {
        return present(id, papers(id).get(place));
    }

    private static Response present(String id, Map<String, Object> paper) {
        return Desk.paper(id, paper, Map.of("state", "PRESENTED", "presentedAs", "ORIGINAL", "held", true));
    }

    private static Response attach(String id, Map<String, Object> paper) {
        return given().auth()
                .oauth2(HOA)
                .contentType("application/octet-stream")
                .header("If-Match", paper.get("etag"))
                .queryParam("name", "ban-quet.png")
                .body(PICTURE)
                .put("/api/intake/dossiers/" + id + "/papers/" + paper.get("component") + "/content");
    }

    private static void refused(String id, Map<String, Object> stale) {
        present(id, stale).then().statusCode(412);
        attach(id, stale).then().statusCode(412);
    }
}
