package vn.motcua.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.contract.Contracts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class CaseMessageTableTest {
    /** Every act and part of the schema: told where a row says so, by one message, and nowhere else. */
    @Test
    void the_person_hears_of_drafts_and_of_nothing_else_that_happens_to_a_case() {
        Set<Template> said = new HashSet<>();
        List<String> told = new ArrayList<>();
        for (String act : values("/properties/act/enum")) {
            for (String role : values("/properties/actor/properties/role/enum")) {
                List<MessageTable.Row> found = CaseMessageTable.find(act, role);
                assertThat(found).as(act + " by " + role).hasSizeLessThanOrEqualTo(1);
                found.forEach(row -> {
                    said.add(row.template());
                    told.add(act + " " + role);
                });
            }
        }
        assertThat(said)
                .containsExactlyInAnyOrder(
                        Template.DRAFT_OFFERED,
                        Template.DRAFT_REDATED,
                        Template.DRAFT_CONFIRMED,
                        Template.DRAFT_TACIT,
                        Template.DRAFT_OBJECTED);
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "DRAFT_OFFERED specialist",
                        "DRAFT_OFFERED approver",
                        "DRAFT_REDATED clock",
                        "DRAFT_REDATED dossier",
                        "DRAFT_CONFIRMED citizen",
                        "DRAFT_CONFIRMED reception",
                        "DRAFT_CONFIRMED clock",
                        "DRAFT_OBJECTED citizen",
                        "DRAFT_OBJECTED reception");
    }

    @Test
    void silence_is_told_apart_from_a_confirmation() {
        assertThat(CaseMessageTable.find("DRAFT_CONFIRMED", "clock").get(0).template())
                .isEqualTo(Template.DRAFT_TACIT);
        assertThat(CaseMessageTable.find("DRAFT_CONFIRMED", "citizen").get(0).template())
                .isEqualTo(Template.DRAFT_CONFIRMED);
    }

    @Test
    void an_act_without_a_part_says_nothing() {
        assertThat(CaseMessageTable.find("DRAFT_OFFERED", null)).isEmpty();
        assertThat(CaseMessageTable.find("FLY", "clock")).isEmpty();
    }

    private static List<String> values(String path) {
        List<String> values = new ArrayList<>();
        for (JsonNode each : Contracts.schemaTree("case.progressed").at(path)) {
            values.add(each.asText());
        }
        assertThat(values).isNotEmpty();
        return values;
    }
}
