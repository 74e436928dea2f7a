package vn.motcua.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

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
import java.util.stream.Stream;

/** The rules of the house: a package per feature, no service inside another, no clock but the injected one. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.motcua.catalog");

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
                .resideInAnyPackage("vn.motcua.intake..", "vn.motcua.processing..", "vn.motcua.notification..")
                .check(CLASSES);
    }

    @Test
    void features_do_not_go_round_in_circles() {
        SlicesRuleDefinition.slices()
                .matching("vn.motcua.catalog.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
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
    void rules_and_contents_know_neither_web_nor_database() {
        classes()
                .that()
                .resideInAPackage("vn.motcua.catalog.lists..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("jakarta.ws.rs..", "java.sql..", "io.quarkus..", "jakarta.enterprise..")
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
    void resources_stay_inside_their_feature() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Page")
                .should(bePackagePrivate())
                .check(CLASSES);
    }

    @Test
    void no_class_is_longer_than_350_lines() {
        assertThat(sources().filter(file -> text(file).lines().count() > 350)).isEmpty();
    }

    private static ArchCondition<JavaClass> bePackagePrivate() {
        return new ArchCondition<>("be package-private") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean open = type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
                events.add(new SimpleConditionEvent(
                        type, !open, type.getName() + (open ? " is public" : " is not public")));
            }
        };
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
