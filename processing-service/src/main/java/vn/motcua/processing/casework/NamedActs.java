package vn.motcua.processing.casework;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which act a body asks for: each is named after it where bodies are told apart. */
final class NamedActs {
    private static final Map<Class<?>, Act> ACTS = Stream.of(
                    CaseAction.class.getAnnotation(JsonSubTypes.class).value())
            .collect(Collectors.toUnmodifiableMap(Type::value, type -> Act.valueOf(type.name())));

    private NamedActs() {}

    static Act of(Class<?> body) {
        return ACTS.get(body);
    }
}
