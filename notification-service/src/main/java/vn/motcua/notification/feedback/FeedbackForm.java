package vn.motcua.notification.feedback;

import org.jboss.resteasy.reactive.RestForm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The fields of the form at {@code /gop-y}, as they were typed. */
public class FeedbackForm {
    private static final int TEXT_MAX = 4000;
    private static final int DOSSIER_MAX = 60;
    private static final int CONTACT_MAX = 200;

    @RestForm
    public String unit;

    @RestForm
    public String category;

    @RestForm
    public String text;

    @RestForm
    public String dossier;

    @RestForm
    public String contact;

    /** How the person wants to be told; not there in forms of other programs, which then want the page alone. */
    @RestForm
    public String told;

    @RestForm
    public String place;

    /** Whether the form was opened by the QR code in the hall. */
    @RestForm
    public String hall;

    /** Made with the empty form, so that a repeated submission is the same feedback. */
    @RestForm
    public String submission;

    /** A text without control characters that no form field has; empty for null, blank or longer than 4,000. */
    static Optional<String> clean(String text) {
        return text == null || text.isBlank() || text.length() > TEXT_MAX || text.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(text.strip());
    }

    /** The names of the fields that cannot be taken. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        if (Arrays.stream(Category.values()).noneMatch(c -> c.name().equals(category))) {
            wrong.add("category");
        }
        if (clean(text).isEmpty()) {
            wrong.add("text");
        }
        if (place != null
                && !place.isBlank()
                && Arrays.stream(Place.values()).noneMatch(p -> p.name().equals(place))) {
            wrong.add("place");
        }
        if (!fits(dossier, DOSSIER_MAX)) {
            wrong.add("dossier");
        }
        if (!fits(contact, CONTACT_MAX)) {
            wrong.add("contact");
        } else {
            wrongWay().ifPresent(wrong::add);
        }
        return wrong;
    }

    /** A contact with no word on how it is used, or a way that it does not serve. */
    private Optional<String> wrongWay() {
        boolean unsaid = told == null || told.isBlank();
        if (unsaid) {
            boolean left = contact != null && !contact.isBlank();
            return told != null && left ? Optional.of("told") : Optional.empty();
        }
        return Arrays.stream(ToldBy.values())
                .filter(by -> by.name().equals(told))
                .findFirst()
                .map(by -> by.fits(contact) ? "" : by == ToldBy.SMS ? "phone" : "email")
                .or(() -> Optional.of("told"))
                .filter(wrong -> !wrong.isEmpty());
    }

    private ToldBy toldBy() {
        return told == null || told.isBlank() ? ToldBy.PAGE : ToldBy.valueOf(told);
    }

    boolean hasSubmission() {
        return submission != null && submission.matches("[0-9a-f-]{36}");
    }

    TakeFeedback.Sent sent(String language) {
        return new TakeFeedback.Sent(
                Category.valueOf(category),
                text,
                unit,
                dossier,
                contact,
                toldBy(),
                place == null || place.isBlank() ? null : Place.valueOf(place),
                language,
                hall == null || hall.isBlank() ? FeedbackChannel.PAGE : FeedbackChannel.HALL,
                hasSubmission() ? submission : null);
    }

    private static boolean fits(String text, int max) {
        return text == null || text.length() <= max && text.indexOf('\0') < 0;
    }
}
