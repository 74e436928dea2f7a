package vn.motcua.notification.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.feedback.Acts.Words;
import vn.motcua.notification.page.PageTexts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes a letter that a person wrote to a unit's mailbox as their feedback, and answers it with the code. */
@ApplicationScoped
public class TakeLetter {
    /** Bytes of a file that may be kept. */
    public static final int FILE_BYTES_MOST = FileKind.BYTES_MOST;

    /** Letters of one sender a day that are taken. */
    static final int A_DAY = 20;

    private static final int TEXT_MOST = 4000;
    private static final int CONTACT_MOST = 200;

    @Inject
    TakeFeedback feedback;

    @Inject
    ContactLoad load;

    /**
     * What a person wrote.
     *
     * @param sender the address, which is the contact
     * @param text subject and text; what is longer than a feedback may be is cut, and the history says so
     */
    public record Written(String unit, String sender, String text, List<Sent> files) {

        /** Nothing of it belongs into a log. */
        @Override
        public String toString() {
            return "Written[…]";
        }
    }

    /**
     * A file that was sent along.
     *
     * @param bytes null where it is larger than a file may be
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
                cut(letter.text()),
                letter.unit(),
                null,
                reachable ? letter.sender() : null,
                reachable ? ToldBy.EMAIL : ToldBy.PAGE,
                null,
                "vi",
                FeedbackChannel.EMAIL,
                null);
        return Optional.of(
                feedback.mailed(sent, kept, left(letter.text(), refused)).id());
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
