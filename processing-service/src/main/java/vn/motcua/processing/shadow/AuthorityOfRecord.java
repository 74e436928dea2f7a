package vn.motcua.processing.shadow;

import vn.motcua.platform.inbox.Event;

import java.time.Instant;

/**
 * A system that owns dossiers of its own, such as a ministry's central one, of which this unit only keeps a shadow (Decree
 * 224/2026/NĐ-CP Art. 15(1)(h,i)). An adapter says where it is heard and what its messages mean; it cannot be told anything.
 */
interface AuthorityOfRecord {
    /** Its short name, the same in configuration, topic and table: lower-case letters, digits and hyphens. */
    String system();

    /** The topic on which it is heard. */
    String topic();

    /**
     * What a message says.
     *
     * @throws vn.motcua.platform.inbox.Unprocessable for a message that says nothing that can be understood
     */
    Told read(Event event);

    /** One message in our words: a state, or that the system is alive. */
    interface Told {}

    /** The system is alive and had nothing more to tell. */
    record Alive() implements Told {}

    /**
     * A dossier as it stands there now.
     *
     * @param reference its code there; the key of the message
     * @param department null where the unit's heads alone see it
     * @param since when it came to this status, UTC
     * @param due legal due instant as that system reckons it, UTC; null where it names none
     * @param sequence grows with each change of this dossier
     */
    record State(
            String reference,
            String procedureCode,
            String unit,
            String department,
            NationalStatus status,
            Instant since,
            Instant due,
            long sequence)
            implements Told {}
}
