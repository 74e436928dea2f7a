package vn.motcua.processing.outside;

/** What a system outside the suite may do with its topic. */
public enum Access {
    /** A department's own system: reads its queue, in consumer groups whose names begin with its own. */
    READS,
    /** An authority of record: tells of its dossiers. */
    WRITES
}
