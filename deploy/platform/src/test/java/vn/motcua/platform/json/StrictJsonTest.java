package vn.motcua.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

class StrictJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    record Times(LocalDate day, LocalTime time, Instant at, DayOfWeek weekday) {}

    StrictJsonTest() {
        mapper.registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
    }

    @Test
    void days_times_and_instants_are_read_from_their_texts() throws JsonProcessingException {
        assertThat(
                        read(
                                "{\"day\":\"2026-11-26\",\"time\":\"15:00\",\"at\":\"2026-11-26T15:00:00+07:00\",\"weekday\":\"FRIDAY\"}"))
                .isEqualTo(new Times(
                        LocalDate.of(2026, 11, 26),
                        LocalTime.of(15, 0),
                        Instant.parse("2026-11-26T08:00:00Z"),
                        DayOfWeek.FRIDAY));
        assertThat(read("{\"day\":null}")).isEqualTo(new Times(null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"day\":[]}",
                "{\"day\":[2026,11,26]}",
                "{\"day\":0}",
                "{\"day\":\"\"}",
                "{\"day\":\"26/11/2026\"}",
                "{\"day\":\"1899-12-31\"}",
                "{\"day\":\"2200-01-01\"}",
                "{\"day\":{}}",
                "{\"time\":[]}",
                "{\"time\":15}",
                "{\"at\":1764144000}",
                "{\"weekday\":\" FRIDAY\"}",
                "{\"weekday\":\"friday\"}",
                "{\"weekday\":4}",
                "{\"at\":\"-999999999-01-01T00:00:00Z\"}"
            })
    void nothing_else_is_a_time(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(JsonProcessingException.class);
    }

    private Times read(String body) throws JsonProcessingException {
        return mapper.readValue(body, Times.class);
    }
}
