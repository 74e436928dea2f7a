package vn.motcua.notification.sms;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The GSM 7 bit default alphabet and its extension table (3GPP TS 23.038 §6.2.1), one septet per byte as SMPP carries it, and
 * Vietnamese without diacritics.
 */
final class Gsm7 {
    /** Leads to the extension table. */
    static final byte ESCAPE = 0x1B;

    private static final String DEFAULT = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Character, Byte> SEPTETS = new HashMap<>();
    private static final Map<Character, Byte> EXTENSION = Map.of(
            '\f', (byte) 0x0A,
            '^', (byte) 0x14,
            '{', (byte) 0x28,
            '}', (byte) 0x29,
            '\\', (byte) 0x2F,
            '[', (byte) 0x3C,
            '~', (byte) 0x3D,
            ']', (byte) 0x3E,
            '|', (byte) 0x40,
            '€', (byte) 0x65);

    static {
        for (int i = 0; i < DEFAULT.length(); i++) {
            if (DEFAULT.charAt(i) != ESCAPE) {
                SEPTETS.put(DEFAULT.charAt(i), (byte) i);
            }
        }
    }

    private Gsm7() {}

    /** Septets of a character: 1, 2 from the extension table, 0 where the alphabet has none. */
    static int septets(char c) {
        return SEPTETS.containsKey(c) ? 1 : EXTENSION.containsKey(c) ? 2 : 0;
    }

    /** Whether every character is in the alphabet. */
    static boolean holds(String text) {
        return text.chars().allMatch(c -> septets((char) c) > 0);
    }

    /** The septets, one a byte; call only for what {@link #holds}. */
    static byte[] bytes(String text) {
        byte[] bytes = new byte[text.chars().map(c -> septets((char) c)).sum()];
        int at = 0;
        for (char c : text.toCharArray()) {
            if (septets(c) == 2) {
                bytes[at++] = ESCAPE;
                bytes[at++] = EXTENSION.get(c);
            } else {
                bytes[at++] = SEPTETS.get(c);
            }
        }
        return bytes;
    }

    /** The text of septets that are one a byte; what has no character reads as a space. */
    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ESCAPE && i + 1 < bytes.length) {
                byte extended = bytes[++i];
                text.append(EXTENSION.entrySet().stream()
                        .filter(each -> each.getValue() == extended)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(' '));
            } else {
                text.append(bytes[i] >= 0 && bytes[i] < DEFAULT.length() ? DEFAULT.charAt(bytes[i]) : ' ');
            }
        }
        return text.toString();
    }

    /** Vietnamese without diacritics, typographic signs as plain ones; letters of other alphabets stay. */
    static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        return Normalizer.normalize(decomposed, Normalizer.Form.NFC)
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replace('–', '-')
                .replace('—', '-')
                .replace('“', '"')
                .replace('”', '"')
                .replace('‘', '\'')
                .replace('’', '\'')
                .replace("…", "...")
                .replace('\u00A0', ' ');
    }
}
