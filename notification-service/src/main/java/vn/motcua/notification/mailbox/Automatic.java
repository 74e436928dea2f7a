package vn.motcua.notification.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a letter was written by a program: it is not taken, and so never answered (RFC 3834). What bounces, what a list sends and what
 * this service sends itself is among them: there is no loop.
 */
final class Automatic {
    private static final Set<String> PRECEDENCE = Set.of("bulk", "list", "junk", "auto_reply");
    private static final Set<String> SENDERS = Set.of(
            "mailer-daemon", "postmaster", "no-reply", "noreply", "do-not-reply", "donotreply", "bounce", "bounces");

    private Automatic() {}

    static boolean wrote(MimeMessage letter, String sender) throws MessagingException {
        String submitted = first(letter, "Auto-Submitted");
        if (submitted != null && !submitted.startsWith("no")) {
            return true;
        }
        if (letter.getHeader("List-Id") != null || letter.getHeader("List-Unsubscribe") != null) {
            return true;
        }
        String precedence = first(letter, "Precedence");
        if (precedence != null && PRECEDENCE.contains(precedence)) {
            return true;
        }
        String returnPath = first(letter, "Return-Path");
        boolean bounces = "<>".equals(returnPath) || letter.isMimeType("multipart/report");
        return bounces
                || letter.getHeader("X-Autoreply") != null
                || letter.getHeader("X-Autorespond") != null
                || SENDERS.contains(local(sender));
    }

    private static String first(MimeMessage letter, String name) throws MessagingException {
        String[] all = letter.getHeader(name);
        return all == null || all.length == 0 ? null : all[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String local(String sender) {
        int at = sender.indexOf('@');
        return (at < 0 ? sender : sender.substring(0, at)).toLowerCase(Locale.ROOT);
    }

    /** The one address a letter is from; null where there is none or more than one. */
    static String sender(MimeMessage letter) throws MessagingException {
        Address[] from = letter.getFrom();
        return from != null && from.length == 1 && from[0] instanceof jakarta.mail.internet.InternetAddress one
                ? one.getAddress()
                : null;
    }
}
