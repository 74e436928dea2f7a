package vn.motcua.notification.mailbox;

import vn.motcua.notification.NotificationConfig;
import vn.motcua.notification.catalogue.UnitId;
import vn.motcua.platform.clock.LegalTime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Properties;

/**
 * A unit's mailbox as it is set up.
 *
 * @param address where people write to
 * @param authservId of the server that vouches for senders; null where none does
 * @param tls how the line is kept from others
 * @param since letters that came before are not taken
 */
record Mailbox(
        String unit,
        String host,
        int port,
        String user,
        String password,
        String address,
        String authservId,
        Tls tls,
        String folder,
        Instant since) {
    private static final int PORT_TLS = 993;
    private static final int PORT = 143;
    private static final int AT_A_TIME = 1024 * 1024;
    private static final String LONGEST_MS = "20000";

    /** How the line to the server is kept from others. */
    enum Tls {
        /** From the first byte. */
        TLS,
        /** Asked for before the password is said; without it nothing is said. */
        STARTTLS,
        /** In the clear: only where nothing is real. */
        NONE
    }

    /** @throws IllegalArgumentException for a line in the clear where something is real, and for no unit */
    static Mailbox of(NotificationConfig.Mailbox config, boolean demo) {
        Tls tls = config.tls().map(Tls::valueOf).orElse(Tls.TLS);
        if (tls == Tls.NONE && !demo) {
            throw new IllegalArgumentException("a mailbox is read over TLS or STARTTLS");
        }
        if (!config.unit().matches(UnitId.PATTERN)) {
            throw new IllegalArgumentException("notification.mailboxes[].unit is a unit, not: " + config.unit());
        }
        return new Mailbox(
                config.unit(),
                config.host(),
                config.port().orElse(tls == Tls.TLS ? PORT_TLS : PORT),
                config.user(),
                config.password(),
                config.address().orElse(config.user()),
                config.authservId().orElse(null),
                tls,
                config.folder().orElse("INBOX"),
                config.since().atStartOfDay(LegalTime.ZONE).toInstant());
    }

    /** Which one it is, without saying so. */
    String key() {
        return digest(host.toLowerCase() + "\n" + user + "\n" + folder).substring(0, 32);
    }

    String protocol() {
        return tls == Tls.TLS ? "imaps" : "imap";
    }

    /** Settings of the library: letters are looked at without being marked as read, and nothing waits for ever. */
    Properties properties() {
        Properties all = new Properties();
        String prefix = "mail." + protocol() + ".";
        all.put(prefix + "peek", "true");
        all.put(prefix + "fetchsize", Integer.toString(AT_A_TIME));
        all.put(prefix + "connectiontimeout", LONGEST_MS);
        all.put(prefix + "timeout", LONGEST_MS);
        all.put(prefix + "writetimeout", LONGEST_MS);
        all.put(prefix + "ssl.checkserveridentity", "true");
        all.put(prefix + "starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        all.put(prefix + "starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        return all;
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Nothing of it belongs into a log but the unit. */
    @Override
    public String toString() {
        return "Mailbox[" + unit + "]";
    }
}
