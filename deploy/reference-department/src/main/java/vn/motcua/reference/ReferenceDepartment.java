package vn.motcua.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** A department whose own system works its queue: the smallest one that does it right. Settings come from the environment. */
public final class ReferenceDepartment {
    private ReferenceDepartment() {}

    public static void main(String[] args) throws InterruptedException {
        String topic = required("DEPARTMENT_TOPIC");
        CaseApi api = new CaseApi(URI.create(required("GATEWAY_URL")), ReferenceDepartment::token);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(broker(System.getenv()))) {
            consumer.subscribe(List.of(topic));
            QueueReader reader = new QueueReader(consumer, new HandleCase(api, new Granting()));
            while (true) {
                reader.once();
            }
        }
    }

    /**
     * The broker as it is met from outside: the topic's name is the system's own, its groups begin with it, and it may do nothing else.
     *
     * @param environment of the process
     * @throws IllegalStateException where a variable is missing
     */
    static Map<String, Object> broker(Map<String, String> environment) {
        String topic = required(environment, "DEPARTMENT_TOPIC");
        String secret = required(environment, "KAFKA_SECRET");
        if (!secret.matches("[A-Za-z0-9_-]{32,128}")) {
            throw new IllegalStateException("KAFKA_SECRET is no secret of this broker");
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, required(environment, "KAFKA_BOOTSTRAP_SERVERS"));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topic + ".reference");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "20");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put("security.protocol", environment.getOrDefault("KAFKA_SECURITY_PROTOCOL", "SASL_SSL"));
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + topic
                        + "\" password=\"" + secret + "\";");
        String authority = environment.get("KAFKA_AUTHORITY");
        if (authority != null) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", authority);
        }
        return settings;
    }

    /** Finds everything met and grants: a stand-in for what a real department knows. */
    static final class Granting implements Expert {
        private static final byte[] PDF = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);

        @Override
        public List<Map<String, Object>> examine(JsonNode one, JsonNode items) {
            List<Map<String, Object>> findings = new ArrayList<>();
            for (JsonNode item : items) {
                if (item.path("answer").isNull()) {
                    findings.add(Map.of("item", item.path("id").asText(), "answer", "MET"));
                }
            }
            return findings;
        }

        @Override
        public Proposed propose(JsonNode one) {
            return new Proposed("GRANTED", null, PDF);
        }
    }

    private static String kept;
    private static Instant until = Instant.EPOCH;

    /** By client credentials, kept until shortly before it runs out. */
    private static synchronized String token() {
        if (Instant.now().isBefore(until)) {
            return kept;
        }
        String form = "grant_type=client_credentials&client_id=" + encoded("CLIENT_ID") + "&client_secret="
                + encoded("CLIENT_SECRET");
        try {
            String answer = HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(URI.create(required("TOKEN_URL")))
                                    .timeout(Duration.ofSeconds(20))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.ofString())
                    .join()
                    .body();
            JsonNode token = new ObjectMapper().readTree(answer);
            if (!token.path("access_token").isTextual()) {
                throw new CaseApi.Unavailable("no token");
            }
            kept = token.path("access_token").asText();
            until = Instant.now()
                    .plusSeconds(Math.max(0, token.path("expires_in").asLong() - 30));
            return kept;
        } catch (IOException | CompletionException e) {
            throw new CaseApi.Unavailable("token: " + e.getClass().getSimpleName());
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(required(name), StandardCharsets.UTF_8);
    }

    private static String required(String name) {
        return required(System.getenv(), name);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
