package vn.motcua.notification.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import vn.motcua.notification.feedback.TakeLetter;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Set;

/** What a letter in a mailbox is: something a person wrote, or why it is none. Nothing is kept or logged here. */
final class ReadLetter {
    /** Bytes of a letter with all it carries; of a larger one only the text is fetched, and what its files are called. */
    static final int BYTES_MOST = 30 * 1024 * 1024;

    /** Why a letter is no feedback. */
    enum Outcome {
        TAKEN,
        /** A program wrote it. */
        AUTOMATIC,
        /** This service, or the mailbox itself. */
        OWN,
        /** Nobody it could be from. */
        NO_SENDER,
        EMPTY,
        /** Its sender has written too often today. */
        TOO_MANY,
        /** It could not be read, or broke whoever read it, each time. */
        UNREADABLE
    }

    /**
     * What it is.
     *
     * @param written null unless it may be taken
     */
    record Read(Outcome outcome, String fingerprint, TakeLetter.Written written) {}

    private ReadLetter() {}

    /**
     * @param own addresses of the house, in lower case
     * @param authservId of the server that has to vouch for a sender who is acknowledged; null where none has to
     * @param came when it reached the mailbox
     */
    static Read of(MimeMessage letter, String unit, Set<String> own, String authservId, Instant came)
            throws MessagingException {
        String sender = Automatic.sender(letter);
        String fingerprint = fingerprint(letter, sender);
        if (sender == null || sender.isBlank()) {
            return new Read(Outcome.NO_SENDER, fingerprint, null);
        }
        if (own.contains(sender.toLowerCase(Locale.ROOT))) {
            return new Read(Outcome.OWN, fingerprint, null);
        }
        if (Automatic.wrote(letter, sender)) {
            return new Read(Outcome.AUTOMATIC, fingerprint, null);
        }
        boolean acknowledged = authservId == null || Verified.sender(letter, sender, authservId);
        return written(letter, unit, sender, fingerprint, came, acknowledged);
    }

    /** A letter that cannot be read although the line stands, or brings its reader down. */
    static Read unreadable(String box, long validity, long uid) {
        return new Read(Outcome.UNREADABLE, Mailbox.digest("unreadable " + box + " " + validity + " " + uid), null);
    }

    private static Read written(
            MimeMessage letter, String unit, String sender, String fingerprint, Instant came, boolean acknowledged)
            throws MessagingException {
        LetterParts parts = LetterParts.of(letter, letter.getSize() > BYTES_MOST ? 0 : TakeLetter.FILE_BYTES_MOST);
        String subject = letter.getSubject() == null ? "" : LetterParts.clean(letter.getSubject());
        if ((subject + parts.text()).isBlank() && parts.files().isEmpty()) {
            return new Read(Outcome.EMPTY, fingerprint, null);
        }
        TakeLetter.Written written = new TakeLetter.Written(
                unit,
                sender,
                subject,
                parts.text(),
                parts.files().stream()
                        .map(each -> new TakeLetter.Sent(each.name(), each.bytes()))
                        .toList(),
                came,
                acknowledged);
        return new Read(Outcome.TAKEN, fingerprint, written);
    }

    /** By which the same letter is recognised when the mailbox numbers it anew, or holds it twice. */
    private static String fingerprint(MimeMessage letter, String sender) throws MessagingException {
        Date sent = letter.getSentDate();
        String id = letter.getMessageID();
        return Mailbox.digest(String.join(
                "\n",
                id == null ? "none " + letter.getReceivedDate() + " " + letter.getSize() : id,
                String.valueOf(sender),
                sent == null ? "" : Long.toString(sent.getTime())));
    }
}
