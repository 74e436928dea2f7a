package vn.motcua.intake.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The README shows the table as it is; {@code -Dreadme.update=true} writes it anew. */
class FiveStepsReadmeTest {
    private static final String BEGIN = "<!-- five-steps:begin -->\n";
    private static final String END = "<!-- five-steps:end -->";

    @Test
    void the_readme_shows_the_table_as_it_is() throws IOException {
        Path readme = Path.of(System.getProperty("motcua.root", "..")).resolve("README.md");
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(end).as("markers in %s", readme).isGreaterThanOrEqualTo(begin);
        if (Boolean.getBoolean("readme.update")) {
            text = text.substring(0, begin) + FiveStepsPicture.draw() + text.substring(end);
            Files.writeString(readme, text);
            end = text.indexOf(END);
        }
        assertThat(text.substring(begin, end)).isEqualTo(FiveStepsPicture.draw());
    }
}
