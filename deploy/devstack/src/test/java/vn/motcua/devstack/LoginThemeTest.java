package vn.motcua.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class LoginThemeTest {

    private static final Path KEYCLOAK =
            Path.of(System.getProperty("motcua.root", "../..")).resolve("deploy/keycloak");

    @Test
    void the_realm_uses_a_theme_that_is_there() throws IOException {
        String theme = new ObjectMapper()
                .readTree(KEYCLOAK.resolve("realm-mot-cua.json").toFile())
                .get("loginTheme")
                .asText();
        assertThat(login().getParent().getFileName()).hasToString(theme);
        assertThat(login().resolve("template.ftl")).isRegularFile();
    }

    @Test
    void its_words_are_there_in_both_languages() throws IOException {
        Set<String> vietnamese = words("vi").stringPropertyNames();
        assertThat(words("en").stringPropertyNames()).isEqualTo(vietnamese);
        assertThat(vietnamese).containsAll(ownWordsOfTemplates());
    }

    @Test
    void its_pages_run_no_script_and_ask_nobody_else() throws IOException {
        assertThat(templates()).doesNotContain("<script", "onsubmit", "onclick", "http://", "https://", "//");
    }

    private static Set<String> ownWordsOfTemplates() throws IOException {
        return Pattern.compile("msg\\(\"(motcua\\.[a-z.]+[a-z])\"")
                .matcher(templates())
                .results()
                .map(MatchResult::group)
                .map(call -> call.substring(5, call.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String templates() throws IOException {
        return Files.readString(login().resolve("template.ftl")) + Files.readString(login().resolve("login.ftl"));
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(login().resolve("messages/messages_" + language + ".properties"))) {
            words.load(in);
        }
        return words;
    }

    private static Path login() {
        return KEYCLOAK.resolve("themes/mot-cua/login");
    }
}
