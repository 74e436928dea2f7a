package vn.motcua.notification.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import org.jboss.logging.Logger;
import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.feedback.TakeLetter;
import vn.motcua.notification.mailbox.ReadLetter.Outcome;
import vn.motcua.notification.mailbox.ReadLetter.Read;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads the new letters of a mailbox in their order. The mailbox is only looked at: nothing in it is marked, moved or deleted. What a letter
 * became and how far was read is one transaction per letter, so that whoever dies between two of them loses and doubles nothing.
 */
@ApplicationScoped
class ReadMailbox {
    /** Letters of one look; the others follow at once. */
    static final int A_LOOK = 50;
    /** How often a letter is begun; one that cannot be read or brings its reader down each time is set aside. */
    static final int TRIES = 3;

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(ReadMailbox.class);
    private static final FetchProfile HEADS = heads();

    private final SeenLetters seen;
    private final TakeLetter take;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Set<String> house;
    private final Reading reading;
    private final Limits limits;

    /**
     * Against letters without end.
     *
     * @param perHour letters of one mailbox that are taken
     * @param verified whether only senders are acknowledged for whom the server vouches
     */
    record Limits(int perHour, boolean verified) {}

    /** How a letter is read. */
    interface Reading {
        Read of(MimeMessage letter, String unit, Set<String> own, String authservId, Instant came)
                throws MessagingException;
    }

    @Inject
    ReadMailbox(SeenLetters seen, TakeLetter take, Clock clock, MeterRegistry meters, NotificationConfig config) {
        this(
                seen,
                take,
                clock,
                meters,
                config.mail().from().stream().toList(),
                ReadLetter::of,
                new Limits(config.mailboxPerHour(), config.mailboxVerified()));
    }

    /** @param house senders of this service's own letters, as they are configured */
    ReadMailbox(
            SeenLetters seen,
            TakeLetter take,
            Clock clock,
            MeterRegistry meters,
            List<String> house,
            Reading reading,
            Limits limits) {
        this.seen = seen;
        this.take = take;
        this.clock = clock;
        this.meters = meters;
        this.reading = reading;
        this.limits = limits;
        this.house = new HashSet<>(house.stream().map(ReadMailbox::address).toList());
    }

    /**
     * One look.
     *
     * @return whether more letters wait
     * @throws MessagingException where the server does not answer as it should; what was read until then stays
     */
    boolean look(Mailbox box) throws MessagingException {
        Session session = Session.getInstance(box.properties());
        try (Store store = session.getStore(box.protocol())) {
            store.connect(box.host(), box.port(), box.user(), box.password());
            try (Folder folder = store.getFolder(box.folder())) {
                folder.open(Folder.READ_ONLY);
                boolean more = letters(box, folder);
                if (QuarkusTransaction.requiringNew().call(() -> seen.answered(box, clock.instant()))) {
                    LOG.infof("the mailbox of %s answers again", box.unit());
                }
                return more;
            }
        }
    }

    private boolean letters(Mailbox box, Folder folder) throws MessagingException {
        UIDFolder numbered = (UIDFolder) folder;
        long validity = numbered.getUIDValidity();
        long last = QuarkusTransaction.requiringNew().call(() -> seen.last(box, validity));
        List<Message> unread = newer(numbered, last);
        Message[] now = unread.stream().limit(A_LOOK).toArray(Message[]::new);
        folder.fetch(now, HEADS);
        for (Message letter : now) {
            if (full(box) || !letter(box, validity, folder, (MimeMessage) letter)) {
                return false;
            }
        }
        return unread.size() > now.length;
    }

    /** In the order of their numbers; the newest letter is always among what a server gives for "from here on". */
    private static List<Message> newer(UIDFolder folder, long last) throws MessagingException {
        record Numbered(long uid, Message letter) {}
        List<Numbered> found = new ArrayList<>();
        for (Message letter : folder.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            long uid = letter == null ? -1 : folder.getUID(letter);
            if (uid > last) {
                found.add(new Numbered(uid, letter));
            }
        }
        found.sort(Comparator.comparingLong(Numbered::uid));
        return found.stream().map(Numbered::letter).toList();
    }

    /** Whether it has given all it may within an hour: what is in it waits, and somebody is told. */
    private boolean full(Mailbox box) {
        Instant now = clock.instant();
        if (QuarkusTransaction.requiringNew().call(() -> seen.taken(box, now.minus(HOUR))) < limits.perHour()) {
            return false;
        }
        if (QuarkusTransaction.requiringNew().call(() -> seen.full(box, now, HOUR))) {
            LOG.warnf("the mailbox of %s has had %d letters within an hour: more wait", box.unit(), limits.perHour());
            meters.counter("motcua.mailbox.alarms", "unit", box.unit()).increment();
        }
        return true;
    }

    /** @return false where it is tried again at the next look, and those behind it wait for it */
    private boolean letter(Mailbox box, long validity, Folder folder, MimeMessage letter) throws MessagingException {
        long uid = ((UIDFolder) folder).getUID(letter);
        Instant now = clock.instant();
        Date told = letter.getReceivedDate();
        Instant came = told == null ? now : told.toInstant();
        if (came.isBefore(box.since())) {
            QuarkusTransaction.requiringNew().run(() -> seen.looked(box, validity, uid));
            return true;
        }
        int times = QuarkusTransaction.requiringNew().call(() -> seen.begun(box, validity, uid, now));
        Read read =
                times > TRIES ? setAside(box, validity, uid) : read(box, validity, uid, folder, letter, came, times);
        if (read == null) {
            return false;
        }
        Outcome outcome;
        try {
            outcome = QuarkusTransaction.requiringNew().call(() -> kept(box, validity, uid, read, came));
        } catch (ProblemException notNow) {
            // the unit receives nothing at the moment, which no letter is set aside for: all of them wait
            QuarkusTransaction.requiringNew().run(() -> seen.notBegun(box));
            throw notNow;
        }
        if (outcome != null) {
            meters.counter("motcua.mailbox.letters", "unit", box.unit(), "outcome", outcome.name())
                    .increment();
        }
        return true;
    }

    private Read setAside(Mailbox box, long validity, long uid) {
        LOG.warnf("letter %d of the mailbox of %s was begun %d times in vain and is set aside", uid, box.unit(), TRIES);
        meters.counter("motcua.mailbox.alarms", "unit", box.unit()).increment();
        return ReadLetter.unreadable(box.key(), validity, uid);
    }

    /** A letter that is broken holds up no other for long; a line that is broken is no letter that is. @return null to try again */
    private Read read(Mailbox box, long validity, long uid, Folder folder, MimeMessage letter, Instant came, int times)
            throws MessagingException {
        Read read = null;
        try {
            read = reading.of(letter, box.unit(), own(box), limits.verified() ? box.authservId() : null, came);
        } catch (MessagingException | RuntimeException broken) {
            LOG.warnf(
                    "letter %d of the mailbox of %s cannot be read: %s",
                    uid, box.unit(), broken.getClass().getName());
        }
        if (!folder.isOpen()) {
            throw new MessagingException("the line broke while a letter was read");
        }
        return read != null || times < TRIES ? read : setAside(box, validity, uid);
    }

    /** In one transaction: the feedback, that the letter was seen, and how far was read. */
    private Outcome kept(Mailbox box, long validity, long uid, Read read, Instant came) {
        Outcome outcome = null;
        if (!seen.seen(box, validity, uid, read.fingerprint())) {
            UUID feedback =
                    read.written() == null ? null : take.take(read.written()).orElse(null);
            boolean tooMany = read.written() != null && feedback == null;
            Read became = tooMany ? new Read(Outcome.TOO_MANY, read.fingerprint(), null) : read;
            if (!seen.first(box, validity, uid, became, feedback, clock.instant())) {
                throw new IllegalStateException("a letter was taken by another process meanwhile");
            }
            outcome = became.outcome();
            tell(box, validity, uid, outcome, came);
        }
        seen.looked(box, validity, uid);
        return outcome;
    }

    /** Of what a person may have written and nobody has read: of each letter, and of a sender who writes too often once a day. */
    private void tell(Mailbox box, long validity, long uid, Outcome outcome, Instant came) {
        if (outcome == Outcome.UNREADABLE) {
            take.left(box.unit(), box.key() + "/" + validity + "/" + uid, uid, came);
        } else if (outcome == Outcome.TOO_MANY) {
            take.left(box.unit(), box.key() + "/" + LegalTime.date(clock.instant()), uid, came);
        }
    }

    private Set<String> own(Mailbox box) {
        Set<String> own = new HashSet<>(house);
        own.add(address(box.user()));
        own.add(address(box.address()));
        return own;
    }

    /** Of {@code Một Cửa <a@b.vn>} what stands between the brackets. */
    private static String address(String written) {
        return Stream.of(written.split("[<>]"))
                .filter(part -> part.contains("@"))
                .findFirst()
                .orElse(written)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static FetchProfile heads() {
        FetchProfile profile = new FetchProfile();
        Arrays.asList(FetchProfile.Item.ENVELOPE, FetchProfile.Item.SIZE, FetchProfile.Item.CONTENT_INFO)
                .forEach(profile::add);
        profile.add(UIDFolder.FetchProfileItem.UID);
        return profile;
    }
}
