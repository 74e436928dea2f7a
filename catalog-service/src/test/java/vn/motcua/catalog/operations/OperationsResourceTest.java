package vn.motcua.catalog.operations;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;

@QuarkusTest
class OperationsResourceTest {
    private static final String PARKED = "/api/catalog/operations/parked-keys";

    @Test
    void operators_see_parked_keys_and_nobody_else_does() {
        given().auth()
                .oauth2(TestTokens.service())
                .get(PARKED)
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
        given().get(PARKED).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.officer("catalog-editor", "14-03712-20250701"))
                .get(PARKED)
                .then()
                .statusCode(403);
    }
}
