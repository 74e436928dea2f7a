package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

class BrokerSettingsTest {
    private static final String TOPIC = "queue.14-03712-20250701.office";

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "DEPARTMENT_TOPIC",
            TOPIC,
            "KAFKA_BOOTSTRAP_SERVERS",
            "broker:9094",
            "KAFKA_SECRET",
            "a-secret-of-the-department-0123456789"));

    @Test
    void the_system_names_itself_after_its_topic_and_encrypts_unless_told_otherwise() {
        Map<String, Object> settings = ReferenceDepartment.broker(environment);
        assertThat(settings)
                .containsEntry("group.id", TOPIC + ".reference")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .doesNotContainKey("ssl.truststore.location");
        assertThat((String) settings.get("sasl.jaas.config")).contains("username=\"" + TOPIC + "\"");
        environment.put("KAFKA_AUTHORITY", "/etc/kafka/ca.pem");
        assertThat(ReferenceDepartment.broker(environment))
                .containsEntry("ssl.truststore.location", "/etc/kafka/ca.pem");
    }

    @Test
    void without_a_secret_or_with_one_that_could_break_out_of_its_quotes_it_does_not_begin() {
        for (String odd : new String[] {"short", "x\"; evil required=\"0123456789012345678901234567", ""}) {
            environment.put("KAFKA_SECRET", odd);
            assertThatThrownBy(() -> ReferenceDepartment.broker(environment))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("evil");
        }
    }
}
