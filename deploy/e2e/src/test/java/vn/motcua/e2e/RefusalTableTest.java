package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.e2e.RefusalTable.Outcome;
import vn.motcua.e2e.RefusalTable.Relation;
import vn.motcua.e2e.RefusalTable.Row;
import vn.motcua.e2e.RefusalTable.Who;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The table of refusals is complete: each endpoint of the kept OpenAPI documents has its rows. Each service compares its own document. */
class RefusalTableTest {
    private final List<Row> rows = RefusalTable.read();

    @Test
    void every_endpoint_of_the_documents_has_a_row_and_every_row_an_endpoint() {
        Path contracts = Path.of(System.getProperty("motcua.contracts", "../contracts"));
        List<OpenApi> documents = OpenApi.SERVICES.stream()
                .map(service -> OpenApi.snapshot(contracts, service))
                .toList();
        assertThat(RefusalTable.gaps(documents, rows)).isEmpty();
    }

    @Test
    void a_missing_row_and_a_row_without_an_endpoint_are_found() {
        Path contracts = Path.of(System.getProperty("motcua.contracts", "../contracts"));
        List<OpenApi> one = List.of(OpenApi.snapshot(contracts, OpenApi.SERVICES.get(0)));
        List<Row> few = rows.stream()
                .filter(row ->
                        row.path().startsWith("/api/catalog/") && !row.call().equals("POST /api/catalog/imports"))
                .toList();
        assertThat(RefusalTable.gaps(one, few)).containsExactly("no row: POST /api/catalog/imports");
        assertThat(RefusalTable.gaps(List.of(), few)).contains("no endpoint: GET /api/catalog/units/{id}");
    }

    @Test
    void every_row_lets_somebody_through() {
        for (Row row : rows) {
            boolean somebody = Stream.of(Who.values()).anyMatch(who -> Stream.of(Relation.values())
                    .anyMatch(relation -> row.expected(who, relation) == Outcome.PASSES));
            assertThat(somebody).as("%s", row).isTrue();
        }
    }
}
