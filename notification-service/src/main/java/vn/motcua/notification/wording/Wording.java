package vn.motcua.notification.wording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.HashMap;
import java.util.Map;

/** What a message says on ways that do not show the portal's text: the unit's own approved words, else the shipped ones. */
@ApplicationScoped
public class Wording {
    /** The variable of the link to the question how it was: only what leaves the house has it, never the portal's text. */
    public static final String SURVEY = "survey";

    private final OwnTexts own;

    @Inject
    Wording(OwnTexts own) {
        this.own = own;
    }

    /**
     * The short text of a template.
     *
     * @param facts the portal's, and {@link #SURVEY} where it is asked; only those a short message may carry are used
     * @param link the short link
     */
    public String shortText(String unit, String template, String language, Map<String, String> facts, String link) {
        String text = own.inUse(unit, template, language, TextChannel.SMS)
                .orElseGet(() -> ShippedTexts.of(template, language));
        return text == null ? null : oneLine(text, facts, link);
    }

    /** The sentences of a letter in the unit's own words, else the shipped ones; null where they are the portal's. */
    public String letter(String unit, String template, String language, Map<String, String> facts, String link) {
        String text = own.inUse(unit, template, language, TextChannel.EMAIL)
                .orElseGet(() -> ShippedTexts.letter(template, language));
        return text == null ? null : Sentences.fill(text, allowed(TextChannel.EMAIL, facts, link));
    }

    static String oneLine(String text, Map<String, String> facts, String link) {
        return Sentences.fill(text, allowed(TextChannel.SMS, facts, link)).replace('\n', ' ');
    }

    /** The facts a way may carry; a dossier without a code goes by its reference. */
    static Map<String, String> allowed(TextChannel channel, Map<String, String> facts, String link) {
        Map<String, String> all = new HashMap<>(facts);
        all.putIfAbsent("code", facts.get("reference"));
        all.put("unit", facts.get("receivingUnit"));
        all.put("link", link);
        all.keySet().retainAll(channel.variables());
        return all;
    }
}
