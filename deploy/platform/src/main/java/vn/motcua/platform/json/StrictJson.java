package vn.motcua.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** REST takes what the document of the API says and guesses nothing: a number is no text, a text no number, and the end is the end. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    private static final List<CoercionInputShape> SCALARS = List.of(
            CoercionInputShape.Integer,
            CoercionInputShape.Float,
            CoercionInputShape.Boolean,
            CoercionInputShape.String,
            CoercionInputShape.EmptyString);

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
        mapper.registerModule(new SimpleModule("instants").addDeserializer(Instant.class, new InstantText()));
        for (LogicalType type :
                List.of(LogicalType.Textual, LogicalType.Integer, LogicalType.Boolean, LogicalType.Enum)) {
            for (CoercionInputShape shape : SCALARS) {
                if (!own(type, shape)) {
                    mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
                }
            }
        }
    }

    /** An instant is a text, and of a time that people and a database know. */
    private static final class InstantText extends StdDeserializer<Instant> {
        private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

        InstantText() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    Instant at = OffsetDateTime.parse(parser.getText()).toInstant();
                    if (!at.isBefore(FIRST) && at.isBefore(LAST)) {
                        return at;
                    }
                } catch (DateTimeException noTime) {
                    // refused below
                }
            }
            return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "no time of ours");
        }
    }

    private static boolean own(LogicalType type, CoercionInputShape shape) {
        return switch (shape) {
            case Integer -> type == LogicalType.Integer;
            case Boolean -> type == LogicalType.Boolean;
            case String -> type == LogicalType.Textual || type == LogicalType.Enum;
            case EmptyString -> type == LogicalType.Textual;
            default -> false;
        };
    }
}
