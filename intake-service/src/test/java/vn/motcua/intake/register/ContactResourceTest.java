package vn.motcua.intake.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.TestTokens;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;

import java.util.Map;
import java.util.UUID;

/** Where people are reached, for the service that sends messages. */
@QuarkusTest
class ContactResourceTest {
    private static final String SERVICE = TestTokens.service();

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    private static String received(Map<String, Object> people) {
        String id =
                Desk.open(Desk.HOA, Desk.opening(Desk.COPY, "COUNTER", people)).getString("id");
        Desk.presentAll(id);
        Desk.act(Desk.MAI, id, Desk.cash(12_000));
        Desk.done(Desk.HOA, id, Desk.action("RECEIVE"));
        return id;
    }

    private static Map<String, Object> person(String name, String phone, String email) {
        Map<String, Object> person = new java.util.HashMap<>(Map.of("name", name, "identifierKind", "CITIZEN_NUMBER"));
        person.put("identifier", "014199001123");
        if (phone != null) {
            person.put("phone", phone);
        }
        if (email != null) {
            person.put("email", email);
        }
        return person;
    }

    private static Response contact(String token, String id) {
        return Desk.get(token, "/api/intake/dossiers/" + id + "/contact");
    }

    @Test
    void the_owners_phone_is_told_and_nothing_else_of_them() {
        String id = received(Map.of());

        Response answer = contact(SERVICE, id);

        answer.then().statusCode(200).body("phone", equalTo("0912345645")).body("email", nullValue());
        assertThat(answer.jsonPath().getMap("$")).containsOnlyKeys("phone", "email");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoever_was_named_for_it_comes_first_then_who_submitted_it_and_a_landline_gets_no_message() {
        String id = received(Map.of(
                "owner", person("Quàng Thị Vui", "0912345645", "vui@example.vn"),
                "submitter", person("Lò Văn Ón", "0987654321", null),
                "contact", person("Cà Thị Hạnh", "02123831234", null)));

        contact(SERVICE, id)
                .then()
                .statusCode(200)
                .body("phone", equalTo("0987654321"))
                .body("email", equalTo("vui@example.vn"));
    }

    @Test
    void nobody_but_a_service_is_told_and_of_a_draft_nobody() {
        String id = received(Map.of());
        for (String role : new String[] {"reception", "specialist", "approver", "director", "cashier", "auditor"}) {
            contact(TestTokens.officer(role, Desk.MUONG_SAI), id).then().statusCode(403);
        }
        contact(TestTokens.citizen("vui"), id).then().statusCode(403);
        contact(SERVICE, UUID.randomUUID().toString()).then().statusCode(404);
        contact(SERVICE, Desk.open(Desk.HOA, Desk.COPY, "COUNTER").getString("id"))
                .then()
                .statusCode(404);
    }
}
