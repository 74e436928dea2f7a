package vn.motcua.processing.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.processing.Sample.BIRTH;
import static vn.motcua.processing.Sample.OTHER_UNIT;
import static vn.motcua.processing.Sample.UNIT;
import static vn.motcua.processing.Sample.as;
import static vn.motcua.processing.Sample.json;
import static vn.motcua.processing.Sample.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.StackResource;
import vn.motcua.devstack.TestTokens;
import vn.motcua.processing.Sample;

/** A department's own system: an account of its own with the role of the department's specialists, bound by its claims. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DepartmentSystemResourceTest {
    private final String system = system(UNIT, "office");

    @BeforeEach
    void told() {
        Sample.catalogue();
    }

    @Test
    void it_finds_open_cases_and_brings_one_to_a_proposal_that_a_person_decides() {
        Sample sample = Sample.of(BIRTH).due("2026-11-23T09:00:00Z");
        sample.transfer();
        sample.awaitAct("OPENED");
        JsonNode queue = json(as(system).get("/api/processing/departments/office/cases?limit=100&unit=" + UNIT));
        assertThat(queue.get("items")).isNotEmpty();
        long fence = sample.claim(system);
        sample.propose(system, fence).then().statusCode(200).body("state", equalTo("PROPOSED"));
        assertThat(sample.read(system).at("/proposal/mine").asBoolean()).isTrue();
        sample.act(system, "{\"action\":\"DECIDE\"}").then().statusCode(403);
        sample.act(token("approver"), "{\"action\":\"DECIDE\"}").then().statusCode(200);
    }

    @Test
    void it_works_in_its_own_department_and_unit_only() {
        Sample sample = Sample.opened(BIRTH);
        for (String other : new String[] {system(UNIT, "economy"), system(OTHER_UNIT, "office")}) {
            sample.get(other).then().statusCode(404);
            as(other)
                    .get("/api/processing/departments/office/cases?unit=" + UNIT)
                    .then()
                    .statusCode(403);
            sample.act(other, "{\"action\":\"CLAIM\"}", "\"1\"", "k-" + other.hashCode() + sample.dossier)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void the_role_of_a_service_opens_no_case_whatever_its_claims() {
        Sample sample = Sample.opened(BIRTH);
        String service = TestTokens.officer("service", UNIT, "office");
        sample.get(service).then().statusCode(403);
        as(service)
                .get("/api/processing/departments/office/cases?unit=" + UNIT)
                .then()
                .statusCode(403);
    }

    private static String system(String unit, String department) {
        return TestTokens.builder()
                .subject("service-account-" + unit + "-" + department)
                .roles("specialist")
                .units(unit)
                .department(department)
                .name("Hệ thống của phòng")
                .token();
    }
}
