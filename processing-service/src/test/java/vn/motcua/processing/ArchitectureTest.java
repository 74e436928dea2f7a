package vn.motcua.processing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.POST;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.idempotency.Idempotent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of the house, see the design §2 and §5. */
@AnalyzeClasses(packages = "vn.motcua.processing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LINES_MAX = 350;

    @ArchTest
    static final ArchRule packages_are_named_after_things = noClasses()
            .should()
            .resideInAnyPackage(
                    "..controller..", "..service..", "..impl..", "..util..", "..common..", "..dto..", "..mapper..");

    @ArchTest
    static final ArchRule no_other_service_is_known = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.motcua.catalog..", "vn.motcua.intake..", "vn.motcua.notification..");

    @ArchTest
    static final ArchRule features_do_not_go_round_in_circles =
            slices().matching("vn.motcua.processing.(*)..").should().beFreeOfCycles();

    /** And to the one class that gives systems outside the suite their rights at the broker (ADR 43). */
    @ArchTest
    static final ArchRule kafka_is_known_to_consumers_only = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Consumer")
            .and()
            .haveNameNotMatching("vn\\.motcua\\.processing\\.outside\\.BrokerAccess(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..");

    @ArchTest
    static final ArchRule the_clock_is_injected = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule no_field_is_optional = noFields().should().haveRawType(Optional.class);

    @ArchTest
    static final ArchRule nothing_prints =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule every_post_of_the_api_can_be_repeated = methods()
            .that()
            .areAnnotatedWith(POST.class)
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotEndingWith("Pages")
            .should()
            .beAnnotatedWith(Idempotent.class);

    @ArchTest
    static final ArchRule the_state_of_a_case_is_asked_by_its_own_feature = noClasses()
            .that()
            .resideOutsideOfPackage("..casework..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("vn.motcua.processing.casework.State");

    @Test
    void no_class_is_longer_than_a_few_screens() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(LINES_MAX);
            }
        }
    }

    @Test
    void no_statement_asks_the_database_for_the_time() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean sql = file.toString().endsWith(".sql");
                assertThat(Files.readString(file).toLowerCase(Locale.ROOT))
                        .as(file.toString())
                        .doesNotContain("current_timestamp", "current_date")
                        .doesNotContainPattern(sql ? "\\bnow\\(\\)" : "\"[^\"\\n]*\\bnow\\(\\)[^\"\\n]*\"");
            }
        }
    }
}
