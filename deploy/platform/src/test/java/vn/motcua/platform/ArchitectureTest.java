package vn.motcua.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.motcua.platform");
    private static final Pattern NO_CODE =
            Pattern.compile("^\\s*(//|\\*|/\\*|import |package |@|[})\\]]+[;,)]*\\s*$|$).*");
    private static final int LINES_MAX = 1_550;

    @Test
    void the_platform_stays_small() throws IOException {
        long lines = 0;
        for (Path source : sources()) {
            lines += Files.readAllLines(source).stream()
                    .filter(line -> !NO_CODE.matcher(line).matches())
                    .count();
        }
        assertThat(lines).as("lines of code, see deploy/adr").isLessThanOrEqualTo(LINES_MAX);
    }

    @Test
    void the_platform_knows_no_noun_of_the_domain() throws IOException {
        Pattern nouns = Pattern.compile("(?i)dossier|procedure|commune|citizen|reception");
        for (Path source : sources()) {
            assertThat(nouns.matcher(Files.readString(source)).find())
                    .as(source.toString())
                    .isFalse();
        }
    }

    @Test
    void the_clock_is_injected() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .check(CLASSES);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(each -> each.toString().endsWith(".java")).toList();
        }
    }
}
