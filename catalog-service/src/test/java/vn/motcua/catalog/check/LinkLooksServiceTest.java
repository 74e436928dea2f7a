package vn.motcua.catalog.check;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.motcua.catalog.draft.Editing.DRAFTS;
import static vn.motcua.catalog.draft.Editing.EDITOR;
import static vn.motcua.catalog.draft.Editing.act;
import static vn.motcua.catalog.draft.Editing.as;
import static vn.motcua.catalog.draft.Editing.begin;
import static vn.motcua.catalog.draft.Editing.content;
import static vn.motcua.catalog.draft.Editing.write;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;

import java.util.List;
import java.util.Map;

@QuarkusTest
class LinkLooksServiceTest {
    @Inject
    LinkLooks looks;

    @Inject
    MovableClock clock;

    @AfterEach
    void clock() {
        clock.reset();
    }

    @Test
    void a_draft_whose_form_is_gone_from_its_server_cannot_be_submitted_until_it_leads_elsewhere() {
        clock.setLegal("2026-11-24T09:00");
        String id = begin("8.670001", "Thủ tục có mẫu đơn", 3).path("id");
        write(id, linking(KnownLinks.GONE), "2026-12-10").statusCode(200);
        looks.round();
        as(EDITOR).get(DRAFTS + "/" + id + "/checks").then().body("findings.code", hasItem("LINK_DEAD"));
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(422).body("findings", hasItem("LINK_DEAD"));
        write(id, linking("https://con.example.vn/to-khai.docx"), "2026-12-10").statusCode(200);
        looks.round();
        as(EDITOR).get(DRAFTS + "/" + id + "/checks").then().body("findings.code", not(hasItem("LINK_DEAD")));
        act(EDITOR, id, Map.of("action", "SUBMIT")).statusCode(200);
    }

    private static Map<String, Object> linking(String form) {
        Map<String, Object> content = content("Thủ tục có mẫu đơn", 3);
        content.put(
                "components", List.of(Map.of("name", "Tờ khai", "originals", 1, "copies", 0, "templateFile", form)));
        return content;
    }
}
