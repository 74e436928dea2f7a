package vn.motcua.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.Transactional;
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
import java.util.stream.Stream;

@AnalyzeClasses(packages = "vn.motcua.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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
    static final ArchRule kafka_stays_in_consumers = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Consumer")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..");

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("vn.motcua.notification.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_are_named_by_the_domain = noClasses()
            .should()
            .resideInAnyPackage("..controller..", "..service..", "..impl..", "..util..", "..dto..", "..mapper..");

    @ArchTest
    static final ArchRule no_other_service_is_known = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.motcua.intake..", "vn.motcua.processing..", "vn.motcua.catalog..");

    @ArchTest
    static final ArchRule every_api_post_is_idempotent = methods()
            .that()
            .areAnnotatedWith(POST.class)
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .beAnnotatedWith(Idempotent.class);

    @ArchTest
    static void transactions_start_in_use_cases_only(JavaClasses classes) {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .notBePublic()
                .check(classes);
    }

    @ArchTest
    static final ArchRule nothing_prints = noClasses().should().accessField(System.class, "out");

    @Test
    void classes_stay_small() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(350);
            }
        }
    }

    @Test
    void sql_asks_no_clock_of_its_own() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file).toLowerCase())
                        .as(file.toString())
                        .doesNotContain("now()", "current_timestamp", "current_date");
            }
        }
    }
}
