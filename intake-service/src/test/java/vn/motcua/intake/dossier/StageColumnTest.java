package vn.motcua.intake.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class StageColumnTest {
    @Test
    void the_check_constraint_of_the_database_lists_exactly_the_stages() throws IOException {
        String sql = Files.readString(Path.of("src/main/resources/db/migration/V1__dossier.sql"));
        Matcher list = Pattern.compile("constraint dossier_stage check \\(stage in \\(([^)]*)\\)")
                .matcher(sql);
        assertThat(list.find()).isTrue();
        List<String> names = Arrays.stream(list.group(1).split(","))
                .map(name -> name.strip().replace("'", ""))
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Stage.values()).map(Stage::name).toList());
    }
}
