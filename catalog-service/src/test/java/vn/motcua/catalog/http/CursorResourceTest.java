package vn.motcua.catalog.http;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalog.draft.Editing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

@QuarkusTest
class CursorResourceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/checks",
                "/procedures",
                "/drafts",
                "/imports",
                "/procedures/2.000815/versions",
                "/procedures/2.000815/history",
                "/procedures/2.000815/open-dossiers",
                "/figures/publicity?unit=14-03712-20250701",
                "/units/14-03712-20250701/procedures"
            })
    void a_cursor_that_no_list_gave_out_is_refused(String list) {
        for (String cursor : new String[] {"nonsense", encoded("x y"), encoded("\u001f"), encoded("1\u001f2\u001f3")}) {
            Editing.as(Editing.EDITOR)
                    .get("/api/catalog" + list + (list.contains("?") ? "&" : "?") + "after=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"));
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
