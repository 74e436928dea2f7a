package vn.motcua.catalog.imports;

import static vn.motcua.catalog.draft.Editing.APPROVER;
import static vn.motcua.catalog.draft.Editing.EDITOR;
import static vn.motcua.catalog.draft.Editing.as;
import static vn.motcua.catalog.draft.Editing.posting;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import java.util.Map;

/** Imports in tests, by two people. */
public final class Importing {
    static final String PATH = "/api/catalog/imports";
    static final Map<String, Object> SUBMIT = Map.of("action", "SUBMIT", "reason", "Danh mục tháng 12");
    static final Map<String, Object> RELEASE = Map.of("action", "RELEASE");

    private Importing() {}

    /** Lists an editor imports and submits, and an approver releases for the same day. @return the report of the import */
    public static Response released(byte[] lists, String effectiveFrom) {
        Response report = imported(lists, effectiveFrom);
        String id = report.path("proposal");
        if (id != null) {
            act(EDITOR, id, SUBMIT).statusCode(200);
            act(APPROVER, id, RELEASE).statusCode(200);
        }
        return report;
    }

    /** What an editor imported and submitted. @return its id */
    static String submitted(byte[] lists, String effectiveFrom) {
        String id = imported(lists, effectiveFrom).path("proposal");
        act(EDITOR, id, SUBMIT).statusCode(200);
        return id;
    }

    static Response imported(byte[] lists, String effectiveFrom) {
        Response report = posting(EDITOR)
                .contentType("application/zip")
                .body(lists)
                .post(PATH + "?effectiveFrom=" + effectiveFrom);
        report.then().statusCode(200);
        return report;
    }

    static String etag(String id) {
        return as(EDITOR).get(PATH + "/" + id).header("ETag");
    }

    static ValidatableResponse act(String token, String id, Map<String, ?> request) {
        return posting(token)
                .header("If-Match", etag(id))
                .body(request)
                .post(PATH + "/" + id + "/actions")
                .then();
    }
}
