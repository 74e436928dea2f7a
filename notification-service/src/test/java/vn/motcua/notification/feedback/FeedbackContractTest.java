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
    void a_received_feedback_is_published_like_its_example_and_says_nothing_of_the_person(Contracts.Example example) {
        JsonNode data = example.data();
        boolean anonymous = data.get("anonymous").asBoolean();
        Feedback feedback = new Feedback(
                UUID.fromString(data.get("feedbackId").asText()),
                "7K3M9QX2TD",
                Category.valueOf(data.get("category").asText()),
                FeedbackChannel.valueOf(data.get("channel").asText()),
                "Cán bộ hẹn ba lần mà chưa trả",
                data.get("unit").asText(),
                data.get("aboutDossier").asBoolean() ? "H52.712.00-261123-0001" : null,
                null,
                anonymous ? null : new byte[] {1},
                FeedbackState.RECEIVED,
                1,
                Instant.parse(data.get("receivedAt").asText()),
                null);

        String published = EventJson.write(FeedbackChanged.of(feedback, feedback.receivedAt()));

        assertThat(EventJson.tree(published)).isEqualTo(data);
        assertThat(Contracts.violations(FeedbackChanged.TOPIC, data)).isEmpty();
        assertThat(published).doesNotContain("7K3M9QX2TD", "H52.712", "hẹn");
        assertThat(example.key()).isEqualTo(data.get("feedbackId").asText());
        assertThat(example.headers().get("ce_type").asText()).isEqualTo(FeedbackChanged.TYPE);
    }
}
