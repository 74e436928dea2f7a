package vn.motcua.processing.absence;

import java.time.Instant;

/** What an officer holds, for those who hand it over. */
public interface HeldCases {
    /** How many cases went to the substitute and how many back to the queue. */
    record Handed(int on, int back) {}

    /** Hands over all that the officer holds, in the caller's transaction; what waits for an answer goes back once it has it. */
    Handed handOver(Absence absence, Instant now);
}
