package vn.motcua.notification.notice;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.stream.Stream;

/** What officers of a department are told. */
enum NoticeKind {
    /** A case opened in the department, or was handed on to it. */
    NEW,
    /** The signer sent a proposal back. */
    SENT_BACK,
    /** A case is due soon. */
    DUE_SOON,
    /** A case is over its date. */
    OVERDUE,
    /** Nobody took a case. */
    UNCLAIMED,
    /** A proposal was sent back and no other came. */
    STUCK,
    /** An opinion that was asked for did not come by its date; that is no answer. */
    OPINION_SILENT,
    /** The person agreed to the draft, or said nothing in time. */
    DRAFT_CONFIRMED,
    /** The person says that the draft is wrong. */
    DRAFT_OBJECTED;

    /** The kind an act of a case gives, null for none. */
    static NoticeKind of(String act, JsonNode payload) {
        return switch (act) {
            case "ESCALATED" -> escalated(payload);
            case "OPENED", "HANDED_ON" -> NEW;
            case "SENT_BACK" -> SENT_BACK;
            case "DRAFT_CONFIRMED" -> DRAFT_CONFIRMED;
            case "DRAFT_OBJECTED" -> DRAFT_OBJECTED;
            default -> null;
        };
    }

    /** What is raised to the officers of the department; who is above them sees it in their own room. */
    private static NoticeKind escalated(JsonNode payload) {
        if (payload == null || !payload.path("level").asText().equals("OFFICER")) {
            return null;
        }
        String kind = payload.path("kind").asText();
        return Stream.of(DUE_SOON, OVERDUE, UNCLAIMED, STUCK, OPINION_SILENT)
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElse(null);
    }
}
