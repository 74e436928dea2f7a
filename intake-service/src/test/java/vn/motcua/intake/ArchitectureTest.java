package vn.motcua.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.ws.rs.POST;
import org.junit.jupiter.api.Test;
import vn.motcua.platform.idempotency.Idempotent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house: a package per noun, stages judged by the dossier alone, no service inside another, one clock. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String STAGE = "vn.motcua.intake.dossier.Stage";

    /** Asked of a stage anywhere: what it is called, and what the register tells by it; never which one it is. */
    private static final Set<String> HARMLESS = Set.of(
            "name",
            "label",
            "step",
            "national",
            "valueOf",
            "givenUp",
            "values",
            "toString",
            "holdsDrafts",
            "terminal",
            "handedOver");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.motcua.intake");

    @Test
    void packages_are_named_after_things_and_not_after_layers() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..", "..service..", "..impl..", "..util..", "..common..", "..dto..", "..mapper..")
                .check(CLASSES);
    }

    @Test
    void no_service_depends_on_another() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.motcua.catalog..", "vn.motcua.processing..", "vn.motcua.notification..")
                .check(CLASSES);
    }

    @Test
    void features_do_not_go_round_in_circles() {
        SlicesRuleDefinition.slices()
                .matching("vn.motcua.intake.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nobody_outside_the_dossier_asks_which_stage_it_is() {
        List<String> asked = CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith("vn.motcua.intake.dossier"))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(ArchitectureTest::asksWhichStage)
                .map(JavaAccess::getDescription)
                .toList();
        assertThat(asked).isEmpty();
    }

    private static boolean asksWhichStage(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals(STAGE)
                && !HARMLESS.contains(access.getTarget().getName());
    }

    @Test
    void kafka_is_known_to_consumers_only() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Consumer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "io.smallrye.reactive.messaging..", "org.eclipse.microprofile.reactive..")
                .check(CLASSES);
    }

    @Test
    void every_post_of_the_api_may_be_repeated_by_its_key_but_for_what_changes_nothing_or_brings_a_pin() {
        List<String> without = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class)
                        && type.getAnnotationOfType(jakarta.ws.rs.Path.class)
                                .value()
                                .startsWith("/api/"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(POST.class) && !method.isAnnotatedWith(Idempotent.class))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .toList();
        assertThat(without)
                .containsExactlyInAnyOrder(
                        "RegisterResource.search",
                        "RegisterBookResource.export",
                        "TrackingResource.open",
                        "ActionsResource.goOn");
    }

    @Test
    void the_time_comes_from_the_injected_clock_alone() {
        for (Class<?> type : List.of(Instant.class, LocalDate.class, LocalDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(CLASSES);
        }
        noClasses()
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void statements_do_not_ask_the_database_for_the_time() {
        assertThat(sources()
                        .filter(file -> text(file).matches("(?s).*\\b(now\\(\\)|current_timestamp|current_date)\\b.*")))
                .isEmpty();
    }

    @Test
    void rules_know_neither_web_nor_kafka_nor_statements() {
        noClasses()
                .that()
                .resideInAnyPackage("..deadline..", "..fee..", "..dossier..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..", "java.sql..", "org.apache.kafka..", "vn.motcua.platform.outbox..")
                .check(CLASSES);
    }

    @Test
    void no_field_is_optional_and_nothing_is_printed() {
        noFields().should().haveRawType(Optional.class).check(CLASSES);
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void no_class_is_longer_than_350_lines() {
        assertThat(sources().filter(file -> text(file).lines().count() > 350)).isEmpty();
    }

    @Test
    void no_setting_of_ours_is_read_in_passing() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.isAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty"))
                        .map(field -> field.getOwner().getName())
                        .filter(owner -> !owner.endsWith("Config")))
                .isEmpty();
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
