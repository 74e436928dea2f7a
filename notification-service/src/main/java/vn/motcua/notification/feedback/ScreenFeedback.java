package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.feedback.ActOnFeedback.Acting;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.feedback.Contents.Content;
import vn.motcua.notification.feedback.Feedback.About;
import vn.motcua.notification.feedback.Feedback.Facts;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.notification.person.ContactSeal;
import vn.motcua.platform.problem.ProblemException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** From what was taken down to what is worked on: confirmed, screened, or led to where it belongs. All in the caller's transaction. */
@ApplicationScoped
class ScreenFeedback {
    @Inject
    ActOnFeedback acting;

    @Inject
    Feedbacks feedbacks;

    @Inject
    TakeFeedback take;

    @Inject
    Deadlines deadlines;

    @Inject
    FeedbackNotices notices;

    @Inject
    Concern concern;

    @Inject
    Dossiers dossiers;

    @Inject
    Contents contents;

    @Inject
    PersonsWish wishes;

    @Inject
    ContactSeal seal;

    /**
     * The text is corrected as it was read back, and what stood there before stays in the history; so is where the caller is reached, of
     * which only stays that it changed: whom the feedback concerns reads the history.
     *
     * @throws ProblemException {@code validation} where the contact does not serve the way; {@code feedback-concerns-officer} where whom it
     *     concerns gives a contact or a way, or makes something else of a complaint of conduct
     */
    Feedback amend(UUID id, String ifMatch, FeedbackActs.Amend as) {
        Acting now = acting.begin(id, FeedbackAction.AMEND, ifMatch);
        Category category = now.feedback().facts().category();
        boolean appeased = category == Category.CONDUCT && as.category() != Category.CONDUCT;
        if (appeased || as.contact() != null || as.toldBy() != null) {
            acting.requireUnconcerned(now.circle());
        }
        Content before = contents.of(id);
        feedbacks.amend(id, seal.seal(as.text().strip()));
        if (as.toldBy() != null) {
            as.toldBy().require(as.contact());
            wishes.amend(id, TakeFeedback.blankIsNull(as.contact()), as.toldBy());
        }
        Facts facts = facts(
                now.feedback().facts(), as.category(), now.feedback().facts().about());
        return acting.finish(
                now,
                now.feedback().with(facts).to(now.row().to(), now.feedback().limits()),
                null,
                new Words(before.text(), changed(category, before, as)));
    }

    /** What changed beside the text, for the history; null where nothing did. */
    private static String changed(Category category, Content before, FeedbackActs.Amend as) {
        Map<String, String> t = PageTexts.in("vi");
        List<String> lines = new ArrayList<>();
        if (as.category() != category) {
            lines.add(t.get("amendCategory") + " " + t.get("category." + category) + " → "
                    + t.get("category." + as.category()));
        }
        boolean contact = !Objects.equals(before.contact(), TakeFeedback.blankIsNull(as.contact()));
        if (as.toldBy() != null && (contact || as.toldBy() != before.toldBy())) {
            lines.add(t.get(contact ? "amendContact" : "amendWay"));
        }
        return lines.isEmpty() ? null : String.join("; ", lines);
    }

    /** The caller confirms it: it gets its number, its limits and its clock. */
    Feedback confirm(UUID id, String ifMatch, FeedbackActs.Confirmed how) {
        Acting now = acting.begin(id, FeedbackAction.CONFIRM, ifMatch);
        Facts noted = now.feedback().facts();
        Facts facts = new Facts(
                take.number(noted.unit(), now.at()),
                noted.category(),
                noted.channel(),
                noted.unit(),
                noted.about(),
                noted.anonymous(),
                noted.language(),
                now.at(),
                noted.submission());
        Feedback after = now.feedback().with(facts).to(now.row().to(), deadlines.from(now.at(), noted.unit()));
        acting.finish(now, after, how.name(), Words.NONE);
        notices.act(after, FeedbackNotices.Kind.NEW, now.at());
        return after;
    }

    /** The caller did not confirm it, or hung up; whom it concerns does not say so of it. */
    Feedback drop(UUID id, String ifMatch) {
        Acting now = acting.begin(id, FeedbackAction.DROP, ifMatch);
        return acting.finish(now, moved(now), null, Words.NONE);
    }

    /** Valid, of this unit's competence, no repeat, no complaint; and whom it concerns. */
    Feedback screen(UUID id, String ifMatch, Category category, boolean counter, List<Concern.Named> concerned) {
        Acting now = acting.begin(id, FeedbackAction.SCREEN, ifMatch);
        concern.add(now.feedback(), concerned);
        About about = now.feedback().facts().about();
        UUID dossier = about.dossierId() != null || about.dossierRef() == null
                ? about.dossierId()
                : dossiers.idOf(about.dossierRef()).orElse(null);
        About screened = new About(about.dossierRef(), dossier, about.place(), about.counter() || counter, false);
        Feedback known = now.feedback().with(facts(now.feedback().facts(), category, screened));
        return acting.finish(now, known.to(now.row().to(), known.limits()), null, Words.NONE);
    }

    /** No feedback one can work on; the person reads why. */
    Feedback reject(UUID id, String ifMatch, FeedbackActs.Rejected why, String note, String other) {
        Acting now = acting.begin(id, FeedbackAction.REJECT, ifMatch);
        return acting.finish(now, moved(now), why.name(), new Words(note, other));
    }

    private static Feedback moved(Acting now) {
        return now.feedback().to(now.row().to(), now.feedback().limits());
    }

    private static Facts facts(Facts of, Category category, About about) {
        return new Facts(
                of.number(),
                category,
                of.channel(),
                of.unit(),
                about,
                of.anonymous(),
                of.language(),
                of.receivedAt(),
                of.submission());
    }
}
