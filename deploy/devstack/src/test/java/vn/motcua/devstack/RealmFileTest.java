package vn.motcua.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

class RealmFileTest {

    private JsonNode realm;

    @BeforeEach
    void read() throws IOException {
        Path root = Path.of(System.getProperty("motcua.root", "../.."));
        realm = new ObjectMapper()
                .readTree(root.resolve("deploy/keycloak/realm-mot-cua.json").toFile());
    }

    @Test
    void every_role_has_somebody_to_show_it() {
        Set<String> held = new HashSet<>();
        realm.get("users").forEach(user -> user.get("realmRoles").forEach(role -> held.add(role.asText())));
        realm.at("/roles/realm")
                .forEach(role -> assertThat(held).contains(role.get("name").asText()));
        assertThat(realm.at("/roles/realm")).hasSize(9);
    }

    @Test
    void ids_of_users_are_fixed_and_unique() {
        Set<String> ids = new HashSet<>();
        realm.get("users")
                .forEach(user -> assertThat(ids.add(user.path("id").asText())).isTrue());
        assertThat(ids).doesNotContain("").hasSameSizeAs(realm.get("users"));
    }

    @Test
    void every_secret_says_that_it_is_for_demonstrations() {
        realm.get("clients").forEach(client -> {
            if (client.has("secret")) {
                assertThat(client.get("secret").asText()).startsWith("demo-");
                assertThat(client.get("description").asText()).contains("DEMO SECRET");
            }
        });
        realm.get("users").forEach(user -> user.path("credentials").forEach(credential -> {
            assertThat(credential.get("value").asText()).isEqualTo("demo");
            assertThat(credential.get("userLabel").asText()).isEqualTo("DEMO PASSWORD");
        }));
    }

    @Test
    void only_administrators_change_where_an_officer_works() throws IOException {
        String profile = realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                .get("kc.user.profile.config")
                .get(0)
                .asText();
        for (JsonNode attribute : new ObjectMapper().readTree(profile).get("attributes")) {
            if (Set.of("unit", "department", "title", "fullName")
                    .contains(attribute.get("name").asText())) {
                assertThat(attribute.at("/permissions/edit")).hasSize(1);
                assertThat(attribute.at("/permissions/edit/0").asText()).isEqualTo("admin");
            }
        }
    }
}
