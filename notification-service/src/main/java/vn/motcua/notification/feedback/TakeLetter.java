package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.page.PageTexts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes a letter that a person wrote to a unit's mailbox as their feedback, and answers it with the code; one whose subject names the code of
 * a feedback with an open question is the reply to it, as it would be on the page of the code.
 */
@ApplicationScoped
public class TakeLetter {
    /** Bytes of a file that may be kept. */
    public static final int FILE_BYTES_MOST = FileKind.BYTES_MOST;

    /** Letters of one sender a day that are taken. */
    static final int A_DAY = 20;

    private static final int TEXT_MOST = 4000;
    private static final int CONTACT_MOST = 200;
    /** Of an address that is only kept (RFC 5321 §4.5.3.1). */
    private static final int ADDRESS_MOST = 320;

    @Inject
    TakeFeedback feedback;

    @Inject
    Feedbacks feedbacks;

    @Inject
    PersonOnFeedback person;

    @Inject
    PersonsWish wishes;

    @Inject
    QuotedCodes quoted;

    @Inject
    ContactLoad load;

    @Inject
    FeedbackNotices notices;

    /**
     * What a person wrote.
     *
     * @param sender the address, which is the contact; one that no letter can be sent to is kept for the officers
     * @param files those that were attached before those that the text shows, such as logos
     * @param text what is longer than a feedback may be is cut, and the history says so
     * @param came when it reached the mailbox
     * @param acknowledged whether its sender is told at once that it came; of a sender nobody vouches for, later letters follow an
     *     officer's act alone
     */
    public record Written(
            String unit,
            String sender,
            String subject,
            String text,
            List<Sent> files,
            Instant came,
            boolean acknowledged) {

        /** Nothing of it belongs into a log. */
        @Override
        public String toString() {
            return "Written[…]";
        }
    }

    /**
     * A file that was sent along.
     *
     * @param bytes null where it is larger than a file may be, or cannot be read
     */
    public record Sent(String name, byte[] bytes) {}

    /**
     * In the caller's transaction.
     *
     * @return the feedback; empty where its sender has written too often today
     */
    public Optional<UUID> take(Written letter) {
        if (!load.within(ContactLoad.What.MAILED, letter.sender(), A_DAY)) {
            return Optional.empty();
        }
        Optional<String> asked = asked(letter);
        return Optional.of(asked.isPresent() ? replied(asked.get(), letter) : begun(letter));
    }

    /**
     * A letter could not be taken and stays in the mailbox: the unit's officers of the hotline are told, once for what it is about. In the
     * caller's transaction.
     *
     * @param letter its number in the mailbox
     */
    public void left(String unit, String about, long letter, Instant came) {
        notices.letterLeft(unit, about, letter, came);
    }

    /**
     * The code of the feedback whose question the letter answers. Whoever holds a code may reply to the unit that asked, as on its page; in
     * another unit's mailbox the letter has to be from the contact.
     */
    private Optional<String> asked(Written letter) {
        return letter.text().isBlank()
                ? Optional.empty()
                : quoted.in(letter.subject()).stream()
                        .filter(code -> feedbacks
                                .lockedByCode(code)
                                .filter(f -> f.state() == FeedbackState.ASKED)
                                .filter(f -> f.facts().unit().equals(letter.unit()) || isContact(f, letter.sender()))
                                .isPresent())
                        .findFirst();
    }

    private boolean isContact(Feedback feedback, String sender) {
        return wishes.of(feedback.id())
                .map(wish -> sender.equalsIgnoreCase(wish.to().email()))
                .orElse(false);
    }

    /** Files do not belong to a reply: their names stand in it. */
    private UUID replied(String code, Written letter) {
        String all = quoted.hidden(letter.text());
        String text = all.length() <= TEXT_MOST
                ? cut(all)
                : cut(all) + "\n\n" + PageTexts.in("vi").get("letterCut");
        String files = letter.files().stream().map(Sent::name).collect(Collectors.joining(", "));
        String whole =
                files.isEmpty() ? text : text + "\n\n" + PageTexts.in("vi").get("letterReplyFiles") + " " + files;
        return person.reply(code, whole).id();
    }

    private UUID begun(Written letter) {
        String text = quoted.hidden((letter.subject() + "\n\n" + letter.text()).strip());
        List<FileKind.Checked> kept = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Sent file : letter.files()) {
            Optional<FileKind.Checked> checked = file.bytes() == null ? Optional.empty() : FileKind.check(file.bytes());
            if (checked.isPresent() && kept.size() < FileKind.MOST) {
                kept.add(checked.get());
            } else {
                refused.add(file.name());
            }
        }
        boolean reachable =
                ToldBy.EMAIL.fits(letter.sender()) && letter.sender().length() <= CONTACT_MOST;
        TakeFeedback.Sent sent = new TakeFeedback.Sent(
                Category.OTHER,
                cut(text),
                letter.unit(),
                null,
                letter.sender().length() <= ADDRESS_MOST ? letter.sender() : null,
                reachable ? ToldBy.EMAIL : ToldBy.PAGE,
                null,
                "vi",
                FeedbackChannel.EMAIL,
                null);
        return feedback.mailed(
                        sent, kept, left(text, refused), new TakeFeedback.Mailed(letter.came(), letter.acknowledged()))
                .id();
    }

    private static String cut(String text) {
        if (text.length() <= TEXT_MOST) {
            return text.isEmpty() ? "–" : text;
        }
        int end = Character.isHighSurrogate(text.charAt(TEXT_MOST - 1)) ? TEXT_MOST - 1 : TEXT_MOST;
        return text.substring(0, end);
    }

    /** What was not taken over, for the history; it stays in the mailbox. */
    private static Words left(String text, List<String> refused) {
        List<String> lines = new ArrayList<>();
        if (text.length() > TEXT_MOST) {
            lines.add(PageTexts.in("vi").get("letterCut"));
        }
        if (!refused.isEmpty()) {
            lines.add(PageTexts.in("vi").get("letterFiles") + " " + String.join(", ", refused));
        }
        return lines.isEmpty() ? Words.NONE : Words.of(String.join("\n", lines));
    }
}
