package vn.motcua.notification.wording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
     * The short text of a template. Own words that come to nothing, or lose the dossier's code with a line of which something is not
     * known, are not said: the shipped text is.
     *
     * @param facts the portal's, and {@link #SURVEY} where it is asked; only those a short message may carry are used
     * @param link the short link
     */
    public String shortText(String unit, String template, String language, Map<String, String> facts, String link) {
        return said(unit, template, language, TextChannel.SMS, facts, link)
                .or(() -> Optional.ofNullable(ShippedTexts.of(template, language))
                        .map(shipped -> Sentences.fill(shipped, allowed(TextChannel.SMS, facts, link))))
                .map(Wording::onOneLine)
                .orElse(null);
    }

    /** The sentences of a letter: own words that keep the dossier's code, else the shipped ones; null where they are the portal's. */
    public String letter(String unit, String template, String language, Map<String, String> facts, String link) {
        return said(unit, template, language, TextChannel.EMAIL, facts, link)
                .or(() -> Optional.ofNullable(ShippedTexts.letter(template, language))
                        .map(shipped -> Sentences.fill(shipped, allowed(TextChannel.EMAIL, facts, link))))
                .orElse(null);
    }

    private Optional<String> said(
            String unit,
            String template,
            String language,
            TextChannel channel,
            Map<String, String> facts,
            String link) {
        Map<String, String> known = allowed(channel, facts, link);
        return own.inUse(unit, template, language, channel)
                .map(text -> Sentences.fill(text, known))
                .filter(filled -> known.get("code") != null && filled.contains(known.get("code")));
    }

    static String oneLine(String text, Map<String, String> facts, String link) {
        return onOneLine(Sentences.fill(text, allowed(TextChannel.SMS, facts, link)));
    }

    static String onOneLine(String lines) {
        return lines.replace('\n', ' ');
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
