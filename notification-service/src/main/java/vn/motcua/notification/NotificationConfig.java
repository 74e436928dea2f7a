package vn.motcua.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings of this service. */
@ConfigMapping(prefix = "notification")
public interface NotificationConfig {

    /** AES key for contacts left with feedback, 32 bytes in Base64; the shipped one is refused unless motcua.demo=true. */
    @NotBlank
    String personKey();

    /** Whether nothing here is real; the same as {@code motcua.demo}. */
    boolean demo();

    /** The post's contact of a returning unit, each as {@code unit=contact}. */
    Optional<List<String>> postalContacts();

    /** The suite's address as browsers know it, without a path; the QR code in the hall leads there. */
    @NotBlank
    String publicUrl();

    /** Limits of the hotline, which anybody may use. */
    Feedback feedback();

    /** Where intake answers; asked for the newest contact when something is sent. */
    Optional<URI> intakeUrl();

    /** How messages leave the house. */
    Sending sending();

    /** Short messages. */
    Sms sms();

    /** E-mail; the server itself is {@code quarkus.mailer}. */
    Mail mail();

    /** The gateway of another system. */
    Webhook webhook();

    /** Mailboxes of units whose letters are feedback. */
    Optional<List<Mailbox>> mailboxes();

    /** How often they are looked into. */
    @WithDefault("PT1M")
    Duration mailboxEvery();

    /** Letters of one mailbox that are taken within an hour; the others wait in it. */
    @WithDefault("60")
    @Min(1)
    int mailboxPerHour();

    /** Whether a letter is acknowledged only where the receiving server vouches for its sender; needs the mailbox's authserv-id. */
    @WithDefault("true")
    boolean mailboxVerified();

    /** A unit's mailbox, read over IMAP and never changed. */
    interface Mailbox {

        @NotBlank
        String unit();

        @NotBlank
        String host();

        /** 993 with TLS, else 143. */
        OptionalInt port();

        @NotBlank
        String user();

        String password();

        /** Where people write to, and reply; the user, where that is an address. */
        Optional<String> address();

        /** By which the receiving server signs what it found out about a sender (RFC 8601); none: nobody vouches for any. */
        Optional<String> authservId();

        /** {@code TLS}, {@code STARTTLS}, or {@code NONE} where nothing is real; TLS. */
        Optional<String> tls();

        /** INBOX. */
        Optional<String> folder();

        /** Letters that came before this day, legal time, are not taken. */
        LocalDate since();
    }

    /** How messages leave the house. */
    interface Sending {

        /** How long a message is of use. */
        @WithDefault("PT48H")
        Duration expiry();

        /** How long a way is tried that has other ways behind it; hours in which nothing rings do not count. */
        @WithDefault("PT1H")
        Duration patience();

        /** How long a hand-over whose answer was lost waits for its receipt. */
        @WithDefault("PT1H")
        Duration receiptWindow();

        /** How long a process may take for one sending before it counts as lost. */
        @WithDefault("PT3M")
        Duration lease();

        /** Sendings at a time on each way, per process. */
        @WithDefault("8")
        @Min(1)
        @Max(64)
        int threads();
    }

    /** Short messages over SMPP 3.4. */
    interface Sms {

        /** Who sends first. */
        Optional<Smpp> first();

        /** Who sends where the first does not. */
        Optional<Smpp> second();

        /** What a unit may spend in a calendar month, each as {@code unit=đồng}; a unit that is not named has no limit. */
        Optional<List<String>> budgets();

        /** How many segments more Vietnamese with diacritics may cost than without. */
        @WithDefault("0")
        @Min(0)
        @Max(5)
        int diacriticsSegments();
    }

    /** One provider of short messages. It has no defaults: with them it would always be there. */
    interface Smpp {

        /** Its name in the ledger and the figures. */
        @NotBlank
        String name();

        @NotBlank
        String host();

        @Min(1)
        @Max(65535)
        int port();

        @NotBlank
        String systemId();

        String password();

        Optional<String> systemType();

        /** What the phone shows as sender. */
        @NotBlank
        String sender();

        /** đồng for one segment. */
        @Min(0)
        long segmentVnd();

        /** How often a silent line is asked whether it stands; 30 seconds. */
        Optional<Duration> enquireLink();

        /** How long an answer may take before it counts as lost; 10 seconds. */
        Optional<Duration> answer();
    }

    /** E-mail. */
    interface Mail {

        /** The sender; e-mail is set up where it stands. */
        Optional<String> from();
    }

    /** A webhook with Standard Webhooks signatures. */
    interface Webhook {

        /** The only address that is called. */
        Optional<URI> url();

        /** {@code whsec_} and 24 to 64 bytes in Base64. */
        Optional<String> secret();

        /** The secret before it, as long as the receiver may still know only that one. */
        Optional<String> formerSecret();
    }

    /** When people are reminded of what they have not collected. */
    Reminders reminders();

    /** When people are reminded. */
    interface Reminders {

        /** Days after the announcement, each once, for units that have set none of their own; empty for none. */
        @WithDefault("7,15,30")
        List<@Min(1) Integer> days();
    }

    /** Limits of the hotline. */
    interface Feedback {

        /** Feedbacks taken in a minute from one address. */
        @WithDefault("10")
        @Min(1)
        int perAddress();

        /** Feedbacks taken in a minute in all, per process. */
        @WithDefault("120")
        @Min(1)
        int perMinute();

        /** Acknowledgements by short message a legal day of what came to a unit and nobody has screened; the page always has them. */
        @WithDefault("100")
        @Min(0)
        int smsPerUnit();
    }
}
