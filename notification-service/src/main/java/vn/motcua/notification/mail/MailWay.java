package vn.motcua.notification.mail;

import io.netty.handler.ssl.NotSslRecordException;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.contact.IssuedForms;
import vn.motcua.notification.delivery.Answer;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.Contacts;
import vn.motcua.notification.delivery.Parcel;
import vn.motcua.notification.delivery.Silence;
import vn.motcua.notification.delivery.Way;
import vn.motcua.notification.page.PageTexts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.net.ssl.SSLHandshakeException;

/** Letters: text and HTML, with the official form where the message has one. The server is {@code quarkus.mailer}. */
@ApplicationScoped
class MailWay implements Way {
    private static final Logger LOG = Logger.getLogger(MailWay.class);
    private static final String PROVIDER = "smtp";
    private static final String ASKED = "feedback-asked";

    /** Which form goes with which message. */
    static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("received", "RECEIPT"),
            Map.entry("supplement", "SUPPLEMENT_REQUEST"),
            Map.entry("supplement-early", "SUPPLEMENT_REQUEST"),
            Map.entry("refused", "REFUSAL"),
            Map.entry("refused-collect", "REFUSAL"),
            Map.entry("extended", "APOLOGY"),
            Map.entry("apology", "APOLOGY"),
            Map.entry("stopped", "STOP_NOTICE"),
            Map.entry("stopped-collect", "STOP_NOTICE"),
            Map.entry("lapsed", "LAPSE_NOTICE"),
            Map.entry("lapsed-collect", "LAPSE_NOTICE"));

    /** The server wants a login, TLS, or another login than ours (RFC 4954 §6): its fault or ours, not the address's. */
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    /** How the client begins to say that it did not come as far as the letter: at the greeting, at TLS, at the login. */
    private static final List<String> BEFORE_THE_LETTER =
            List.of("got error response", "HELO failed", "AUTH ", "STARTTLS required", "login is required");

    /** Nobody there, or nobody who proves who it is: a certificate that has run out is ours or theirs to renew. */
    private static final List<Class<? extends IOException>> NOT_REACHED = List.of(
            ConnectException.class,
            UnknownHostException.class,
            NoRouteToHostException.class,
            SSLHandshakeException.class,
            NotSslRecordException.class);

    /** How the client begins to say that it has not begun, for the server told how much it takes. */
    private static final String TOO_LARGE = "message exceeds allowed size limit";

    private static final int SIZE = 552;

    private final Optional<String> from;
    private final Map<String, String> mailboxes;
    private final Letters letters;
    private final IssuedForms forms;
    private final Silence silence = new Silence(Duration.ofSeconds(30), Duration.ofMinutes(10));

    @Inject
    MailWay(NotificationConfig config, Letters letters, IssuedForms forms) {
        this(config.mail().from(), mailboxes(config), letters, forms);
    }

    /**
     * @param from empty where e-mail is not set up
     * @param mailboxes addresses by unit at which letters are read
     */
    MailWay(Optional<String> from, Map<String, String> mailboxes, Letters letters, IssuedForms forms) {
        this.mailboxes = mailboxes;
        this.from = from;
        this.letters = letters;
        this.forms = forms;
    }

    private static Map<String, String> mailboxes(NotificationConfig config) {
        return config.mailboxes().orElse(List.of()).stream()
                .filter(box -> box.address().orElse(box.user()).contains("@"))
                .collect(Collectors.toUnmodifiableMap(
                        NotificationConfig.Mailbox::unit,
                        box -> box.address().orElse(box.user()),
                        (one, other) -> one));
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance letter(
                String lang, String title, List<String> sentences, List<String> details, String link);

        private Templates() {}
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public boolean configured() {
        return from.isPresent();
    }

    @Override
    public Answer send(Parcel parcel, Begin begin) {
        Mail mail;
        try {
            mail = mail(parcel);
        } catch (Contacts.Unavailable notNow) {
            return Answer.later("no-form-now", List.of(), null);
        }
        if (!silence.mayAsk()) {
            return Answer.later("not-answering", List.of(), null);
        }
        try {
            return begin.begin(PROVIDER, null, null)
                    ? handedOver(mail)
                    : Answer.later("taken-by-another", List.of(), null);
        } finally {
            silence.over();
        }
    }

    private Answer handedOver(Mail mail) {
        Answer answer = said(mail);
        if (answer.kind() != Answer.Kind.LOST) {
            silence.answered();
        } else if (silence.lost()) {
            LOG.warn("the mail server gives no answer to letters and is left alone for a while");
        }
        return answer;
    }

    private Answer said(Mail mail) {
        try {
            letters.send(mail);
            return Answer.taken(List.of());
        } catch (RuntimeException failed) {
            return answer(failed);
        }
    }

    private Mail mail(Parcel parcel) {
        String[] body = parcel.body().split("\n\n", 2);
        String sentences = (parcel.letter() == null ? body[0] : parcel.letter()) + replies(parcel);
        String details = body.length == 2 ? body[1] : "";
        Mail mail = new Mail()
                .setFrom(from.orElseThrow())
                .setTo(List.of(parcel.to().email()))
                .setSubject(parcel.title() + " · " + parcel.code())
                .setText(text(sentences, details, parcel.link()))
                .setHtml(Templates.letter(
                                parcel.language(),
                                parcel.title(),
                                List.of(sentences.split("\n")),
                                details.isBlank() ? List.of() : List.of(details.split("\n")),
                                parcel.link())
                        .render())
                .addHeader("Message-ID", "<" + parcel.delivery() + "@" + host() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        if (aboutFeedback(parcel) && mailboxes.containsKey(parcel.unit())) {
            mail.setReplyTo(mailboxes.get(parcel.unit()));
        }
        if (parcel.link() != null) {
            mail.addHeader("List-Unsubscribe", "<" + parcel.link() + "/nhan-tin>");
        }
        if (!parcel.toPost() && FORMS.containsKey(parcel.template())) {
            forms.newest(parcel.dossier(), FORMS.get(parcel.template()))
                    .ifPresent(form -> mail.addAttachment(form.fileName(), form.pdf(), "application/pdf"));
        }
        return mail;
    }

    /** Whether a reply to a letter about feedback is read; one that asks and has no mailbox is answered by its link alone. */
    private String replies(Parcel parcel) {
        if (!aboutFeedback(parcel)) {
            return "";
        }
        boolean read = mailboxes.containsKey(parcel.unit());
        String key = !read ? "letterNotRead" : parcel.template().equals(ASKED) ? "letterReply" : null;
        return key == null ? "" : "\n" + PageTexts.in(parcel.language()).get(key);
    }

    private static boolean aboutFeedback(Parcel parcel) {
        return parcel.dossier() == null;
    }

    private static String text(String sentences, String details, String link) {
        String text = details.isBlank() ? sentences : sentences + "\n\n" + details;
        return link == null ? text + "\n" : text + "\n\n" + link + "\n";
    }

    private String host() {
        String address = from.orElseThrow().replaceAll("[<>]", " ").strip();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /**
     * A server that could not be reached, cannot be trusted, let nobody in, does not take our own address or said a temporary no has
     * nothing; a final no to this letter stays one, the client's too; whatever else broke, broke after the letter may have been taken.
     */
    static Answer answer(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException no) {
                String reason = "status-" + no.getReplyCode();
                return toThisLetter(no) ? Answer.refused(reason, List.of()) : Answer.later(reason, List.of(), null);
            }
            if (beforeTheLetter(cause)) {
                return Answer.later("no-login", List.of(), null);
            }
            if (notReached(cause)) {
                return Answer.later("unreachable", List.of(), null);
            }
            if (cause instanceof IllegalArgumentException || saidToBegin(cause, TOO_LARGE)) {
                return Answer.refused("not-sendable", List.of());
            }
        }
        return Answer.lost("no-answer", List.of());
    }

    /** A no to our own address is no no to the letter, unless it is said of the letter's size (RFC 1870 §6.1). */
    private static boolean toThisLetter(SMTPException no) {
        boolean toUs = saidToBegin(no, "sender address not accepted") && no.getReplyCode() != SIZE;
        return no.isPermanent() && !LOGIN.contains(no.getReplyCode()) && !beforeTheLetter(no) && !toUs;
    }

    private static boolean notReached(Throwable why) {
        return NOT_REACHED.stream().anyMatch(kind -> kind.isInstance(why));
    }

    private static boolean beforeTheLetter(Throwable why) {
        return BEFORE_THE_LETTER.stream().anyMatch(words -> saidToBegin(why, words));
    }

    private static boolean saidToBegin(Throwable why, String words) {
        return String.valueOf(why.getMessage()).startsWith(words);
    }
}
