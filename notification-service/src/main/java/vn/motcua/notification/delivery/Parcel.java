package vn.motcua.notification.delivery;

import java.util.UUID;

/**
 * What a way sends. Lives as long as the sending: neither the address nor the text is kept or logged.
 *
 * @param provider who took the first segments, null before; it takes the others too
 * @param ref their reference, null before
 * @param partsDone segments that were taken already
 * @param language {@code vi} or {@code en}
 * @param shortText what a short message says; null where there is none
 * @param letter the sentences of a letter in the unit's own words; null where they are the message's
 * @param link to the tracking page; null where there is none
 * @param toPost whether it is for the post instead of the person
 * @param to where it goes; the part this way needs is there
 */
public record Parcel(
        UUID delivery,
        UUID message,
        UUID dossier,
        String unit,
        String template,
        String language,
        String title,
        String body,
        String shortText,
        String letter,
        String link,
        boolean toPost,
        String code,
        String provider,
        Integer ref,
        int partsDone,
        Address to) {
    /** Where the stored text has the token that opens a form: it is put in when the text is sent, and lies sealed until then. */
    public static final String TOKEN = "{token}";

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return "Parcel[" + delivery + "]";
    }
}
