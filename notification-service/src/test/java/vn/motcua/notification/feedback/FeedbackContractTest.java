package vn.motcua.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.notification.contract.Contracts;
import vn.motcua.platform.json.EventJson;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class FeedbackContractTest {

    static List<Contracts.Example> examples() {
        return Contracts.examples(FeedbackChanged.TOPIC);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_feedback_is_published_like_its_example_and_says_nothing_of_the_people_in_it(Contracts.Example example) {
        JsonNode data = example.data();
        Feedback.About about = new Feedback.About(
                data.get("aboutDossier").asBoolean() ? "H52.712.00-261123-0001" : null,
                null,
                Place.COUNTER,
                true,
                false);
        Feedback.Facts facts = new Feedback.Facts(
                "12/2026",
                Category.valueOf(data.get("category").asText()),
                FeedbackChannel.valueOf(data.get("channel").asText()),
                data.get("unit").asText(),
                about,
                data.get("anonymous").asBoolean(),
                "vi",
                Instant.parse(data.get("receivedAt").asText()),
                null);
        Feedback feedback = new Feedback(
                UUID.fromString(data.get("feedbackId").asText()),
                "7K3M9QX2TD",
                facts,
                FeedbackState.valueOf(data.get("state").asText()),
                new Feedback.Officer("sub", "Lò Thị Mai", "Công chức"),
                new Feedback.Limits(null, null, null, null, null, 0),
                Feedback.Outcome.NONE,
                data.get("sequence").asLong(),
                9);

        String published = EventJson.write(FeedbackChanged.of(
                feedback, Instant.parse(data.get("effectiveAt").asText())));

        assertThat(EventJson.tree(published)).isEqualTo(data);
        assertThat(Contracts.violations(FeedbackChanged.TOPIC, data)).isEmpty();
        assertThat(published).doesNotContain("7K3M9QX2TD", "H52.712", "12/2026", "Mai", "COUNTER");
        assertThat(example.key()).isEqualTo(data.get("feedbackId").asText());
        assertThat(example.headers().get("ce_type").asText()).isEqualTo(FeedbackChanged.TYPE);
    }
}
