package vn.motcua.notification.giveback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.notification.dossier.Actor;
import vn.motcua.notification.giveback.Giveback.HandedOver;
import vn.motcua.notification.giveback.HandOver.Collector;
import vn.motcua.notification.giveback.HandOver.How;
import vn.motcua.platform.json.EventJson;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class ReturnContractTest {

    static List<Contracts.Example> examples() {
        return Contracts.examples(ReturnProgressed.TOPIC);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_fits_the_schema_and_the_envelope_of_the_outbox(Contracts.Example example) {
        assertThat(Contracts.violations(ReturnProgressed.TOPIC, example.data())).isEmpty();
        assertThat(example.headers().get("ce_type").asText()).isEqualTo(ReturnProgressed.TYPE);
        assertThat(example.key()).isEqualTo(example.data().get("dossierId").asText());
    }

    @ParameterizedTest
    @CsvSource({"opened, RESULT", "opened-originals, ORIGINALS"})
    void an_opened_return_is_published_like_its_example(String name, Holds holds) {
        JsonNode data = Contracts.example(ReturnProgressed.TOPIC, name).data();

        assertThat(json(ReturnProgressed.opened(opened(data, holds), sequence(data), id(data, "causedBy"))))
                .isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource({"announced, RESULT", "announced-originals, ORIGINALS"})
    void an_announced_return_is_published_like_its_example(String name, Holds holds) {
        JsonNode data = Contracts.example(ReturnProgressed.TOPIC, name).data();
        Giveback announced = opened(data, holds).announced(at(data));

        assertThat(json(ReturnProgressed.announced(announced, sequence(data), id(data, "causedBy"))))
                .isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource({
        "hand-over, OWNER, SLIP",
        "hand-over-by-identity, AUTHORISED, IDENTITY",
        "hand-over-originals, SUBMITTER, SLIP"
    })
    void a_hand_over_is_published_like_its_example(String name, Collector collector, How how) {
        JsonNode data = Contracts.example(ReturnProgressed.TOPIC, name).data();
        HandedOver by = new HandedOver(
                collector,
                how,
                data.at("/actor/name").asText(),
                data.at("/actor/title").asText(),
                at(data));
        Giveback handedOver = opened(data, Holds.RESULT).announced(at(data)).handOver(UUID.randomUUID(), by);

        assertThat(json(ReturnProgressed.handedOver(handedOver, sequence(data))))
                .isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource({"posted, POSTED", "undeliverable, UNDELIVERABLE", "shelved, ON_SHELF", "found, POSTED"})
    void what_the_post_does_is_published_like_its_example(String name, ReturnState to) {
        JsonNode data = Contracts.example(ReturnProgressed.TOPIC, name).data();
        Giveback moved = opened(data, Holds.RESULT).moved(to, at(data));

        assertThat(json(byPost(data, moved))).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "delivered-originals"})
    void a_delivery_is_published_like_its_example(String name) {
        JsonNode data = Contracts.example(ReturnProgressed.TOPIC, name).data();
        Giveback delivered = opened(data, Holds.RESULT).delivered(UUID.randomUUID(), at(data));

        assertThat(json(byPost(data, delivered))).isEqualTo(data);
    }

    @Test
    void a_placed_result_is_published_like_its_example_and_so_is_its_paper() {
        JsonNode placed = Contracts.example(ReturnProgressed.TOPIC, "placed").data();
        Giveback result = opened(placed, Holds.RESULT).announced(at(placed)).placed(UUID.randomUUID(), at(placed));
        assertThat(json(ReturnProgressed.placed(result, sequence(placed), id(placed, "causedBy"))))
                .isEqualTo(placed);

        JsonNode paper =
                Contracts.example(ReturnProgressed.TOPIC, "paper-given").data();
        HandedOver by = new HandedOver(
                Collector.OWNER,
                How.SLIP,
                paper.at("/actor/name").asText(),
                paper.at("/actor/title").asText(),
                at(paper));
        Giveback given = opened(paper, Holds.RESULT)
                .announced(at(paper))
                .placed(UUID.randomUUID(), at(paper))
                .applied(at(paper))
                .paperGiven(by);
        assertThat(json(ReturnProgressed.paperGiven(given, sequence(paper)))).isEqualTo(paper);
        assertThat(given.pending()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"sent-on, ON_THE_WAY", "arrived, ANNOUNCED"})
    void the_way_to_another_centre_is_published_like_its_example(String name, ReturnState to) {
        JsonNode data = Contracts.example(ReturnProgressed.TOPIC, name).data();
        Giveback moved = opened(data, Holds.RESULT).moved(to, at(data));
        Actor officer = new Actor(
                "reception",
                data.at("/actor/name").asText(),
                data.at("/actor/title").asText());

        assertThat(json(ReturnProgressed.between(
                        data.get("act").asText(),
                        moved,
                        data.get("unit").asText(),
                        officer,
                        sequence(data),
                        EventJson.read(data.get("payload"), Map.class))))
                .isEqualTo(data);
    }

    private static ReturnProgressed byPost(JsonNode data, Giveback giveback) {
        Actor officer = new Actor(
                "reception",
                data.at("/actor/name").asText(),
                data.at("/actor/title").asText());
        return ReturnProgressed.byPost(
                data.get("act").asText(),
                giveback,
                officer,
                sequence(data),
                EventJson.read(data.get("payload"), Map.class));
    }

    @Test
    void the_schema_refuses_what_is_not_agreed() {
        JsonNode data = Contracts.example(ReturnProgressed.TOPIC, "hand-over").data();
        var wrong = ((com.fasterxml.jackson.databind.node.ObjectNode) data.deepCopy()).put("collectorName", "x");

        assertThat(Contracts.violations(ReturnProgressed.TOPIC, wrong)).isNotEmpty();
    }

    private static Giveback opened(JsonNode data, Holds holds) {
        return Giveback.open(
                id(data, "returnId"),
                id(data, "dossierId"),
                holds,
                data.get("unit").asText(),
                null,
                at(data));
    }

    private static JsonNode json(ReturnProgressed event) {
        return EventJson.tree(EventJson.write(event));
    }

    private static Instant at(JsonNode data) {
        return Instant.parse(data.get("effectiveAt").asText());
    }

    private static long sequence(JsonNode data) {
        return data.get("basedOnSequence").asLong();
    }

    private static UUID id(JsonNode data, String field) {
        return UUID.fromString(data.get(field).asText());
    }
}
