package vn.motcua.notification.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A short message cut into segments (3GPP TS 23.040 §9.2.3.24.1, TS 23.038): one of 160 septets or 70 UTF-16 units, else several of
 * 153 or 67 behind a header of six bytes. An escape and its character, and the two halves of a surrogate pair, stay together.
 *
 * @param texts what each segment says
 */
public record Segments(Encoding encoding, List<String> texts) {

    /** How the text is written. */
    public enum Encoding {
        GSM7(160, 153),
        UCS2(70, 67);

        private final int single;
        private final int part;

        Encoding(int single, int part) {
            this.single = single;
            this.part = part;
        }
    }

    /** Segments at most; the header could count to 255. */
    static final int MOST = 6;

    /** Cuts a text in an encoding that holds it. */
    static Segments of(String text, Encoding encoding) {
        if (units(text, encoding) <= encoding.single) {
            return new Segments(encoding, List.of(text));
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            String next = new String(Character.toChars(text.codePointAt(i)));
            int units = units(next, encoding);
            if (used + units > encoding.part) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.append(next);
            used += units;
            i += next.length();
        }
        parts.add(part.toString());
        return new Segments(encoding, List.copyOf(parts));
    }

    /**
     * The cost rule: Vietnamese with diacritics where it needs at most {@code extra} segments more than without, else without; other
     * letters than the alphabet's always as UCS-2.
     */
    public static Segments cheapest(String text, int extra) {
        String plain = Gsm7.plain(text);
        if (!Gsm7.holds(plain)) {
            return of(text, Encoding.UCS2);
        }
        Segments without = of(plain, Encoding.GSM7);
        if (plain.equals(text)) {
            return without;
        }
        Segments with = of(text, Encoding.UCS2);
        return with.count() - without.count() <= extra ? with : without;
    }

    /** How many segments are billed. */
    public int count() {
        return texts.size();
    }

    /**
     * The bytes of a segment as SMPP carries them, with the header where there are several.
     *
     * @param index from 0
     * @param reference the same for all segments of a message; its lower eight bits count
     */
    byte[] bytes(int index, int reference) {
        byte[] text = encoding == Encoding.GSM7
                ? Gsm7.bytes(texts.get(index))
                : texts.get(index).getBytes(StandardCharsets.UTF_16BE);
        if (count() == 1) {
            return text;
        }
        byte[] header = {5, 0, 3, (byte) reference, (byte) count(), (byte) (index + 1)};
        byte[] bytes = new byte[header.length + text.length];
        System.arraycopy(header, 0, bytes, 0, header.length);
        System.arraycopy(text, 0, bytes, header.length, text.length);
        return bytes;
    }

    private static int units(String text, Encoding encoding) {
        return encoding == Encoding.GSM7
                ? text.chars().map(c -> Gsm7.septets((char) c)).sum()
                : text.length();
    }
}
