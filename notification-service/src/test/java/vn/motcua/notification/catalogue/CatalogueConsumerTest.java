package vn.motcua.notification.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.inbox.HoldKey;

import java.util.Set;

@QuarkusTest
class CatalogueConsumerTest {

    @Inject
    Catalogue catalogue;

    @BeforeEach
    void names() {
        Service.ready();
    }

    @Test
    void every_committed_example_is_taken_also_with_an_unknown_field() {
        for (Contracts.Example unit : Contracts.examples("catalog.units")) {
            Names names = catalogue.names(Set.of(unit.key()), "2.000815", 1);
            assertThat(names.unit(unit.key())).isEqualTo(unit.data().get("name").asText());
        }
        for (Contracts.Example procedure : Contracts.examples("catalog.procedures")) {
            Names names = catalogue.names(
                    Set.of(),
                    procedure.data().get("code").asText(),
                    procedure.data().get("version").asInt());
            assertThat(names.procedureIn("vi"))
                    .isEqualTo(procedure.data().at("/name/vi").asText());
            assertThat(names.procedureIn("en")).isNotBlank();
        }
    }

    @Test
    void a_former_unit_receives_nothing_and_an_unknown_one_holds_the_key() {
        assertThat(catalogue.receivingUnit("14-03709-00000000")).isEmpty();
        assertThat(catalogue.receivingUnit("14-03712-20250701")).isPresent();
        assertThatThrownBy(() -> catalogue.names(Set.of("99-99999-20250701"), "2.000815", 1))
                .isInstanceOf(HoldKey.class);
        assertThatThrownBy(() -> catalogue.names(Set.of(), "2.000815", 7)).isInstanceOf(HoldKey.class);
    }
}
