package vn.motcua.notification.mailbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/** A real IMAP server with the mailbox of one unit, and somebody who writes to it. */
final class Post implements AutoCloseable {
    private final String sender;
    private final GreenMail server;
    private final GreenMailUser user;

    Post(String sender) {
        this.sender = sender;
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser("gopy@muongsai.example", "gopy-" + UUID.randomUUID(), "secret");
    }

    int port() {
        return server.getImap().getPort();
    }

    String login() {
        return user.getLogin();
    }

    MimeMessage[] letters() {
        return server.getReceivedMessages();
    }

    /** A letter of the sender, unless its headers say otherwise; each line of them ends with a line break. */
    MimeMessage letter(String headers, String body) throws MessagingException {
        String id = headers.contains("Message-ID") ? "" : "Message-ID: <" + UUID.randomUUID() + "@example.vn>\r\n";
        String from = headers.contains("From:") ? "" : "From: Lo Thi Vui <" + sender + ">\r\n";
        String raw = from + id + "Date: Mon, 23 Nov 2026 09:00:00 +0700\r\n" + headers + "\r\n" + body;
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }

    void comes(String headers, String body) throws MessagingException {
        deliver(letter(headers, body));
    }

    void deliver(MimeMessage letter) {
        user.deliver(letter);
    }

    /** A letter that the server got at that time. */
    void came(Instant at, String headers, String body) throws Exception {
        server.getManagers()
                .getImapHostManager()
                .getInbox(user)
                .appendMessage(letter(headers, body), new Flags(), Date.from(at));
    }

    static void file(MimeMultipart parts, String name, String type, byte[] bytes) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setFileName(name);
        part.setDisposition("attachment");
        parts.addBodyPart(part);
    }

    @Override
    public void close() {
        server.stop();
    }
}
