package vn.motcua.platform.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.motcua.platform.json.EventJson;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One received CloudEvent.
 *
 * @param id made once by the publisher, the same on every delivery
 * @param time when the publisher appended it, UTC
 */
public record Event(UUID id, String type, String topic, String key, Instant time, JsonNode data) {
    /** The one character that PostgreSQL does not store. */
    private static final char NUL = '\0';

    /** The body as a record with only the fields its reader needs. */
    public <T> T as(Class<T> body) {
        try {
            return EventJson.read(data, body);
        } catch (IllegalArgumentException e) {
            throw new Unprocessable(e.getMessage());
        }
    }

    /** @throws Unprocessable where the headers or the body are not an event of ours */
    static Event of(ConsumerRecord<String, String> message) {
        try {
            return new Event(
                    UUID.fromString(header(message, "ce_id")),
                    storable("ce_type", header(message, "ce_type")),
                    message.topic(),
                    storable("key", message.key()),
                    Instant.parse(header(message, "ce_time")),
                    EventJson.tree(message.value()));
        } catch (RuntimeException e) {
            throw new Unprocessable("not an event: " + e.getMessage());
        }
    }

    /** Stands for a record that cannot be read; its id follows from where it lies, so that a repeat is the same. */
    static Event unreadable(ConsumerRecord<String, String> message) {
        String place = message.topic() + '/' + message.partition() + '/' + message.offset();
        return new Event(
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
                "unreadable",
                message.topic(),
                message.key() == null ? place : message.key().replace(NUL, '\uFFFD'),
                Instant.ofEpochMilli(message.timestamp()),
                EventJson.mapper().getNodeFactory().textNode(message.value()));
    }

    private static String storable(String what, String text) {
        if (text.indexOf(NUL) >= 0) {
            throw new Unprocessable(what + " holds NUL");
        }
        return text;
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null) {
            throw new Unprocessable("header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
