package vn.motcua.intake.act;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.dossier.Sample.legal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.intake.access.Signature;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.catalogue.ContractExamples;
import vn.motcua.intake.catalogue.ContractExamples.Example;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Sample;
import vn.motcua.intake.dossier.Stage;
import vn.motcua.intake.history.Act;
import vn.motcua.platform.json.EventJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

class StageChangedContractTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("motcua.contracts", "../deploy/contracts"));
    private static final Signature HOA = new Signature("hoa", "Lò Thị Hoa", "Công chức một cửa");
    private static final String RESULT_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    static Stream<Example> examples() {
        return ContractExamples.of(DossierStageChanged.TOPIC).stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_fits_the_schema_and_is_what_the_record_writes(Example example) throws IOException {
        assertThat(violations(example.data())).isEmpty();
        assertThat(example.type()).isEqualTo(DossierStageChanged.TYPE);
        DossierStageChanged read = EventJson.read(example.data(), DossierStageChanged.class);
        assertThat(EventJson.tree(EventJson.write(read))).isEqualTo(example.data());
    }

    @Test
    void the_story_of_a_certified_copy_is_published_as_the_examples_tell_it() throws IOException {
        Dossier dossier = Sample.opened(
                UUID.fromString("0192f0a0-0001-7000-8000-00000000000a"),
                "7K3M9QX2TD",
                Channel.COUNTER,
                Limit.sameDay(),
                "2026-11-23T15:01");
        dossier.keepsOriginals(true);
        Sample.receive(dossier, "2026-11-23T15:01");
        isExample(
                "received",
                dossier,
                Stage.PREPARING,
                deed(Action.RECEIVE, Actor.RECEPTION, HOA, null),
                "2026-11-23T15:01");

        Sample.transfer(dossier, Actor.CLOCK, "2026-11-23T15:01");
        isExample(
                "transferred",
                dossier,
                Stage.RECEIVED,
                deed(Action.TRANSFER, Actor.CLOCK, Signature.NONE, null),
                "2026-11-23T15:01");

        dossier.reported().byCase("OPEN", "office", null, null);
        Sample.decide(
                dossier, UUID.fromString("0192f0a0-0002-7000-8000-0000000000a1"), RESULT_HASH, "2026-11-25T09:12");
        Signature approver = new Signature(null, "Quàng Văn Thành", "Phó Chủ tịch Ủy ban nhân dân xã");
        UUID decision = UUID.fromString("0192f0a0-0003-7000-8000-0000000000c3");
        isExample(
                "decided",
                dossier,
                Stage.IN_PROCESS,
                deed(Action.DECIDE, Actor.CASE, approver, decision),
                "2026-11-25T09:12");

        Sample.act(dossier, Action.HAND_OVER, Actor.RETURN, "2026-11-25T10:05");
        dossier.keepsOriginals(false);
        UUID handOver = UUID.fromString("0192f0a0-0004-7000-8000-0000000000d1");
        isExample(
                "returned",
                dossier,
                Stage.DECIDED,
                deed(Action.HAND_OVER, Actor.RETURN, HOA, handOver),
                "2026-11-25T10:05");
    }

    private static Deed deed(Action action, Actor actor, Signature by, UUID causedBy) {
        return new Deed(action, actor, by, Body.NONE, null, causedBy);
    }

    private static void isExample(String name, Dossier dossier, Stage before, Deed deed, String at) throws IOException {
        dossier.trail().nextSequence();
        DossierStageChanged event =
                DossierStageChanged.of(dossier, before, deed, legal(at), null, Act.Outcome.APPLIED, null, null);
        JsonNode written = EventJson.tree(EventJson.write(event));
        assertThat(violations(written)).isEmpty();
        JsonNode example = examples()
                .filter(each -> each.name().equals(name + ".json"))
                .findFirst()
                .orElseThrow()
                .data();
        assertThat(written).isEqualTo(example);
    }

    private static List<Error> violations(JsonNode data) throws IOException {
        Path file =
                CONTRACTS.resolve("schemas/dossier.stage-changed.schema.json").toAbsolutePath();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(file.toUri().toString()), Files.readString(file), InputFormat.JSON);
        return schema.validate(data.toString(), InputFormat.JSON);
    }
}
