package vn.motcua.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal with its facts. Thrown by rules and use cases, turned into a problem detail once, at the edge; rolls back. */
public class ProblemException extends RuntimeException {
    private final transient ProblemType type;
    private final transient Object[] detailArgs;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /**
     * @param type from a closed list
     * @param detailArgs arguments of the text {@code <slug>.detail}; facts only, never personal data
     */
    public ProblemException(ProblemType type, Object... detailArgs) {
        super(type.slug());
        this.type = type;
        this.detailArgs = detailArgs;
    }

    /** Adds an extension member to the answer. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** One wrong input by its JSON pointer; may be called repeatedly. */
    public ProblemException violation(String pointer, String message) {
        @SuppressWarnings("unchecked")
        var list = (java.util.List<Object>) members.computeIfAbsent("violations", k -> new java.util.ArrayList<>());
        list.add(Map.of("pointer", pointer, "message", message));
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> members() {
        return members;
    }

    Object[] detailArgs() {
        return detailArgs;
    }
}
