package vn.motcua.intake.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.Desk.HOA;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.intake.Desk;
import vn.motcua.intake.catalogue.SampleCatalogue;
import vn.motcua.platform.sql.Sql;

import java.util.UUID;

/** Who only reads takes no lock: a write of his would put the row he read over what others wrote meanwhile. */
@QuarkusTest
class ReadOnlyResourceTest {
    @Inject
    AgroalDataSource source;

    @Inject
    SampleCatalogue catalogue;

    @BeforeEach
    void loaded() {
        catalogue.loaded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/history", "/deadline", "/forms"})
    void reading_a_dossier_does_not_write_it(String what) {
        String id = Desk.receivedCopy();
        String written = writer(id);
        Desk.get(HOA, "/api/intake/dossiers/" + id + what).then().statusCode(200);
        assertThat(writer(id)).isEqualTo(written);
    }

    /** The transaction that wrote the row as it is now. */
    private String writer(String id) {
        return Sql.query(
                        source,
                        "select xmin::text from dossier where id = ?",
                        row -> row.getString(1),
                        UUID.fromString(id))
                .get(0);
    }
}
