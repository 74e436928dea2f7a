package vn.motcua.catalog.check;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.platform.problem.ProblemTexts;

import java.util.Locale;

/**
 * Something that is wrong with a procedure, or at least to be looked at.
 *
 * @param pointer into the draft, e.g. {@code /content/fees/0/source}
 * @param value what the words about it name; empty where they name nothing
 */
public record Finding(Code code, String pointer, String value) {
    /** An ERROR keeps a draft from being submitted and published; a WARNING is for the eyes of the editor. */
    @Schema(name = "FindingSeverity")
    public enum Severity {
        ERROR,
        WARNING
    }

    /** What can be wrong; each has its sentence {@code check.<code>} in the message files. */
    @Schema(name = "FindingCode")
    public enum Code {
        NAME_WITHOUT_DIACRITICS(Severity.ERROR),
        DUPLICATE_CODE(Severity.ERROR),
        BASED_ON_OLDER_VERSION(Severity.ERROR),
        NOTHING_CHANGED(Severity.WARNING),
        UNIT_MISSING(Severity.ERROR),
        DEPARTMENT_MISSING(Severity.ERROR),
        DEPARTMENT_UNKNOWN(Severity.ERROR),
        NO_CHANNEL(Severity.WARNING),
        NO_LIMIT(Severity.ERROR),
        CHANNEL_WITHOUT_LIMIT(Severity.WARNING),
        NO_FEE(Severity.WARNING),
        FEE_WITHOUT_GROUND(Severity.ERROR),
        EXEMPTION_WITHOUT_GROUND(Severity.ERROR),
        NO_PAPERS(Severity.ERROR),
        NO_RESULT(Severity.WARNING),
        ONLINE_REASON_MISSING(Severity.WARNING),
        NO_LEGAL_BASIS(Severity.WARNING),
        LAPSE_WITHOUT_GROUND(Severity.ERROR),
        LINK_UNREADABLE(Severity.ERROR),
        LINK_NOT_HTTPS(Severity.ERROR),
        LINK_DEAD(Severity.ERROR),
        FILE_MISSING(Severity.ERROR),
        ANNOUNCEMENT_MISSING(Severity.ERROR),
        EFFECTIVE_DATE_MISSING(Severity.ERROR),
        EFFECTIVE_DATE_REFUSED(Severity.ERROR),
        EFFECTIVE_BEFORE_DECISION(Severity.ERROR),
        ANNOUNCED_LATE(Severity.WARNING);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    public boolean error() {
        return code.severity() == Severity.ERROR;
    }

    /** Key of the sentence in the message files. */
    public String messageKey() {
        return "check." + code;
    }

    /** The sentence about it. */
    public String message(Locale language) {
        return ProblemTexts.text(messageKey(), language, value);
    }
}
