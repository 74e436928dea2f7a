package vn.motcua.notification.wording;

import java.util.Set;
import java.util.stream.Collectors;

/** For which way a unit has words of its own, and what may stand in them. */
public enum TextChannel {
    /** For a phone that others may read: no name, no number of a person, no procedure. */
    SMS(Set.of("unit", "returningUnit", "code", "due", "promised", "draftUntil", "at", "link", "survey"), 480),
    /** The sentences of a letter; the details that the law asks for follow them always. */
    EMAIL(
            Set.of(
                    "unit",
                    "receivingUnit",
                    "returningUnit",
                    "competentUnit",
                    "code",
                    "procedure",
                    "receivedAt",
                    "at",
                    "due",
                    "originalDue",
                    "promised",
                    "draftUntil",
                    "reason",
                    "link",
                    "survey"),
            2000);

    private final Set<String> variables;
    private final Set<String> ofFeedback;
    private final int longest;

    TextChannel(Set<String> variables, int longest) {
        this.variables = variables;
        this.ofFeedback =
                variables.stream().filter(OfFeedback.VARIABLES::contains).collect(Collectors.toUnmodifiableSet());
        this.longest = longest;
    }

    /** The variables that may stand in a text of this way. */
    public Set<String> variables() {
        return variables;
    }

    /** Those of them that a template has: of a feedback nothing is named but its code and times. */
    public Set<String> variables(String template) {
        return template.startsWith("feedback-") ? ofFeedback : variables;
    }

    /** Letters of a text at most, before it is filled. */
    public int longest() {
        return longest;
    }

    /** The facts of a feedback. */
    private static final class OfFeedback {
        private static final Set<String> VARIABLES = Set.of("unit", "receivingUnit", "code", "at", "due", "link");

        private OfFeedback() {}
    }
}
