package vn.motcua.intake.tracking;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import vn.motcua.intake.form.FormNames;
import vn.motcua.intake.form.Forms;
import vn.motcua.intake.form.IssuedForm;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The tracking page's answers for a person who logged in: they need no PIN for a dossier of their own. */
@ApplicationScoped
public class OwnTracking {
    private final TrackedDossiers dossiers;
    private final Answers answers;
    private final TrackingKey key;
    private final Forms forms;

    OwnTracking(TrackedDossiers dossiers, Answers answers, TrackingKey key, Forms forms) {
        this.dossiers = dossiers;
        this.answers = answers;
        this.key = key;
        this.forms = forms;
    }

    /**
     * One of the five dots.
     *
     * @param state done, now, or empty for to come
     */
    public record Dot(int no, String name, String state) {}

    /**
     * What the page shows.
     *
     * @param slips the official forms it was given, in the order of issue
     * @param months the days from receipt to the date; empty without a date
     * @param result where the result can be loaded, or null while there is none or a fee of it is open
     */
    public record Shown(
            TrackingView view,
            List<Dot> dots,
            List<MonthCalendar.Month> months,
            List<GivenSlip> slips,
            String result) {}

    /** An official form the person was given, as PDF; the tracking cookie opens its address. */
    public record GivenSlip(String name, String number, String href) {
        static GivenSlip of(IssuedForm form, String language) {
            return new GivenSlip(
                    FormNames.of(form.kind(), language), form.number(), "/ho-so/phieu/" + form.id() + ".pdf");
        }
    }

    /** The answers of a dossier; whether the caller may see it was asked before. */
    public Optional<Shown> of(UUID dossierId, String language) {
        return dossiers.byId(dossierId).map(dossier -> shown(dossier, language));
    }

    /** The cookie that opens inbox and result of this dossier for 15 minutes, as the PIN would. */
    public NewCookie cookie(UUID dossierId, boolean secure) {
        return OpenTracking.cookie(key.sign(dossierId), secure);
    }

    Shown shown(TrackedDossier dossier, String language) {
        TrackingView view = answers.of(dossier, language);
        boolean settled = dossier.feesOpenVnd() == null || dossier.feesOpenVnd() == 0;
        String result = dossier.resultId() == null || !settled ? null : "/hop-thu/ket-qua";
        List<GivenSlip> slips = forms.of(dossier.id()).stream()
                .map(form -> GivenSlip.of(form, language))
                .toList();
        return new Shown(view, dots(view, language), answers.calendar(dossier), slips, result);
    }

    private static List<Dot> dots(TrackingView view, String language) {
        TrackingTexts texts = MessageBundles.get(TrackingTexts.class, Localized.Literal.of(language));
        List<String> names = List.of(texts.step_1(), texts.step_2(), texts.step_3(), texts.step_4(), texts.step_5());
        return IntStream.rangeClosed(1, names.size())
                .mapToObj(no -> new Dot(
                        no,
                        names.get(no - 1),
                        no < view.step() || view.done() ? "done" : no == view.step() ? "now" : ""))
                .toList();
    }
}
