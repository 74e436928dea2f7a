package vn.motcua.notification.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether the receiving server vouches for who a letter says it is from (RFC 8601). A sender is easily made up: an answer would go to others. */
final class Verified {
    private static final int HEADER_MOST = 4000;
    private static final String COMMENT = "\\([^()]*\\)";

    private Verified() {}

    /** @param authservId by which that server signs; what others wrote says nothing, and of its own the newest counts */
    static boolean sender(MimeMessage letter, String sender, String authservId) throws MessagingException {
        String[] all = letter.getHeader("Authentication-Results");
        String domain = sender.substring(sender.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return all != null
                && Stream.of(all)
                        .filter(header -> header.length() <= HEADER_MOST)
                        .map(header -> header.replaceAll(COMMENT, " ").toLowerCase(Locale.ROOT))
                        .map(header -> Arrays.asList(header.split(";", -1)))
                        .filter(results ->
                                results.get(0).strip().split("\\s+")[0].equals(authservId.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .map(results -> results.stream().skip(1).anyMatch(result -> vouches(result, domain)))
                        .orElse(false);
    }

    private static boolean vouches(String result, String domain) {
        List<String> words = Arrays.asList(result.strip().split("\\s+"));
        return switch (words.get(0)) {
            case "dmarc=pass" -> words.contains("header.from=" + domain);
            case "spf=pass" ->
                words.stream()
                        .filter(word -> word.startsWith("smtp.mailfrom="))
                        .map(word -> word.substring(Math.max(word.indexOf('='), word.lastIndexOf('@')) + 1))
                        .anyMatch(domain::equals);
            default -> false;
        };
    }
}
