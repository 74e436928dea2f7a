package vn.motcua.notification.feedback;

import java.security.SecureRandom;

/** Random acknowledgement codes: ten characters without look-alikes (50 bits), which can be read out on the phone. */
final class AcknowledgementCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AcknowledgementCode() {}

    /** Whether a text could be one. */
    static boolean looksLike(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
    }

    static String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
