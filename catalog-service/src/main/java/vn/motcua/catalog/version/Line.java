package vn.motcua.catalog.version;

import vn.motcua.catalog.procedure.ProcedureVersion;

/**
 * A procedure as the line of its versions: it has a revision of its own, which moves with every publication, proposal and end.
 *
 * @param newest number of the newest version
 * @param ended whether the procedure ends with it
 * @param moves how often somebody proposed its end, declined or decided it
 * @param proposal to end it; null: none stands
 */
record Line(int newest, boolean ended, long moves, ProposedEnd proposal) {

    /** @param last the newest version. @param standing of proposals to end the procedure */
    static Line of(ProcedureVersion last, EndProposals.Standing standing) {
        return new Line(last.version(), last.ending() != null, standing.moves(), standing.proposal());
    }

    /** The ETag. */
    long revision() {
        return 2L * newest + (ended ? 1 : 0) + moves;
    }
}
