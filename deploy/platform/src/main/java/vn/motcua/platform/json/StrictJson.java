package vn.motcua.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** REST takes what the document of the API says and guesses nothing: a number is no text, a text no number, and the end is the end. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    /** After the modules of the class path, whose readers of times it replaces. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.registerModule(new SimpleModule("times")
                .addDeserializer(Instant.class, new Text<>(Instant.class, StrictJson::instant))
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictJson::day))
                .addDeserializer(LocalTime.class, new Text<>(LocalTime.class, LocalTime::parse))
                .setDeserializerModifier(new BeanDeserializerModifier() {
                    @Override
                    public JsonDeserializer<?> modifyEnumDeserializer(
                            DeserializationConfig config,
                            JavaType type,
                            BeanDescription described,
                            JsonDeserializer<?> reader) {
                        return new Exact(reader);
                    }
                }));
        for (LogicalType type :
                List.of(LogicalType.Textual, LogicalType.Integer, LogicalType.Boolean, LogicalType.Enum)) {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
                if (!own(type, shape)) {
                    mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
                }
            }
        }
    }

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    /** A day, a time or an instant is a text and nothing else, and of a time that people and a database know. */
    private static final class Text<T> extends StdDeserializer<T> {
        private final transient Function<String, T> reader;

        Text(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    return reader.apply(parser.getText());
                } catch (DateTimeException noTime) {
                    // refused below
                }
            }
            return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "no time of ours");
        }
    }

    /** A value of a closed list is one of its words, not one with blanks around it. */
    private static final class Exact extends DelegatingDeserializer {
        Exact(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Exact(reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)
                    && !parser.getText().strip().equals(parser.getText())) {
                return context.handleWeirdStringValue(handledType(), parser.getText(), "blanks around it");
            }
            return super.deserialize(parser, context);
        }
    }

    private static LocalDate day(String text) {
        return known(LocalDate.parse(text));
    }

    private static Instant instant(String text) {
        OffsetDateTime at = OffsetDateTime.parse(text);
        known(at.toLocalDate());
        return at.toInstant();
    }

    private static LocalDate known(LocalDate day) {
        if (day.isBefore(FIRST) || !day.isBefore(LAST)) {
            throw new DateTimeException("out of the years we know");
        }
        return day;
    }

    private static boolean own(LogicalType type, CoercionInputShape shape) {
        return shape == CoercionInputShape.Integer && type == LogicalType.Integer
                || shape == CoercionInputShape.Boolean && type == LogicalType.Boolean
                || shape == CoercionInputShape.EmptyString && type == LogicalType.Textual
                || shape == CoercionInputShape.String && (type == LogicalType.Textual || type == LogicalType.Enum);
    }
}
