package vn.motcua.catalog.version;

import vn.motcua.catalog.procedure.ProcedureVersion;

/** A procedure as the line of its versions: it has a revision of its own, which moves with every publication, proposal and end. */
final class Line {
    private Line() {}

    /**
     * @param newest version of the procedure
     * @param moves of proposals to end it
     */
    static long revision(ProcedureVersion newest, long moves) {
        return 2L * newest.version() + (newest.ending() == null ? 0 : 1) + moves;
    }
}
