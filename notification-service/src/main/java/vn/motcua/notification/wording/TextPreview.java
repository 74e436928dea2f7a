package vn.motcua.notification.wording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.sms.Segments;

import java.util.List;
import java.util.Map;

/** Shows a text with made-up facts, before it is proposed. */
@ApplicationScoped
class TextPreview {
    private static final String LINK = "https://example.vn/x/0123456789ab";
    private static final Map<String, String> VI = facts("xã Mường Sại", "Chứng thực bản sao", "thiếu giấy tờ");
    private static final Map<String, String> EN = facts("Mường Sại", "Certification of copies", "papers are missing");

    private final int extra;

    @Inject
    TextPreview(NotificationConfig config) {
        extra = config.sms().diacriticsSegments();
    }

    /**
     * @param encoding of a short message; null for a letter
     * @param segments what a short message is billed as, in order; the letter as a whole
     */
    record Preview(String encoding, List<String> segments) {}

    Preview of(TextChannel channel, String template, String text, String language) {
        Map<String, String> facts = Wording.allowed(channel, "en".equals(language) ? EN : VI, LINK);
        facts.keySet().retainAll(ShippedTexts.variables(channel, template));
        String filled = Sentences.fill(text, facts);
        if (channel == TextChannel.EMAIL) {
            return new Preview(null, List.of(filled));
        }
        Segments cut = Segments.cheapest(Wording.onOneLine(filled), extra);
        return new Preview(cut.encoding().name(), cut.texts());
    }

    private static Map<String, String> facts(String unit, String procedure, String reason) {
        return Map.ofEntries(
                Map.entry("receivingUnit", unit),
                Map.entry("returningUnit", unit),
                Map.entry("competentUnit", unit),
                Map.entry("procedure", procedure),
                Map.entry("reason", reason),
                Map.entry("code", "H52.712.00-261123-0001"),
                Map.entry("reference", "7K3M9QX2TD"),
                Map.entry(Wording.SURVEY, "https://example.vn/danh-gia/0123456789AB"),
                Map.entry("receivedAt", "08:00 23/11/2026"),
                Map.entry("at", "08:00 23/11/2026"),
                Map.entry("due", "17:00 24/11/2026"),
                Map.entry("originalDue", "17:00 24/11/2026"),
                Map.entry("promised", "17:00 26/11/2026"),
                Map.entry("draftUntil", "24:00 30/11/2026"));
    }
}
