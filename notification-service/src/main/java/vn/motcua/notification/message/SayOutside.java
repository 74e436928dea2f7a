package vn.motcua.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.OpenDeliveries;
import vn.motcua.notification.delivery.Outside;
import vn.motcua.notification.delivery.Parcel;
import vn.motcua.notification.delivery.Subject;
import vn.motcua.notification.satisfaction.SurveyLinks;
import vn.motcua.notification.shortlink.ShortLinks;
import vn.motcua.notification.wording.Wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives a stored message its words for other ways than the portal and opens them; nothing where none is set up. */
@ApplicationScoped
class SayOutside {
    private final Outside outside;
    private final Wording wording;
    private final ShortLinks links;
    private final SurveyLinks surveys;
    private final Messages messages;
    private final OpenDeliveries deliveries;

    @Inject
    SayOutside(
            Outside outside,
            Wording wording,
            ShortLinks links,
            SurveyLinks surveys,
            Messages messages,
            OpenDeliveries deliveries) {
        this.outside = outside;
        this.wording = wording;
        this.links = links;
        this.surveys = surveys;
        this.messages = messages;
        this.deliveries = deliveries;
    }

    /**
     * In the transaction that stored the message.
     *
     * @param unit the receiving unit: its words, its money
     * @param portal the facts of the portal's text, in the message's language
     */
    void say(Messages.Draft message, String unit, Map<String, String> portal) {
        List<List<ChannelKind>> chains = message.row().by().chains();
        if (!outside.any() || chains.isEmpty()) {
            return;
        }
        boolean toPerson = message.row().audience() == Audience.PERSON;
        String template = message.row().template().key();
        String link = toPerson ? links.of(Subject.dossier(message.dossierId())) : null;
        Map<String, String> facts = new HashMap<>(portal);
        SurveyLinks.Question question = message.row().template().asksHowItWas()
                ? surveys.of(message.dossierId()).orElse(null)
                : null;
        if (question != null) {
            facts.put(Wording.SURVEY, question.address() + Parcel.TOKEN);
        }
        messages.says(
                message.id(),
                outside.saysItShort() ? wording.shortText(unit, template, message.language(), facts, link) : null,
                toPerson ? wording.letter(unit, template, message.language(), facts, link) : null,
                link,
                question == null ? null : question.token());
        deliveries.open(message.id(), Subject.dossier(message.dossierId()), unit, chains);
    }
}
