package vn.motcua.processing.requester;

import java.util.UUID;

/** Who asked, as intake has it now: one of the three reads between services that the design allows, never before a decision. */
interface Snapshot {
    /**
     * @param token of the officer for whom it is read; intake judges by it and notes the reading
     * @return the name of the dossier's owner; null where intake names nobody to this officer
     * @throws Away where intake cannot be asked now
     */
    String requester(UUID dossier, String token);

    /** Nobody answers; asking for another dossier is of no use now. An answer, not a fault: it carries no stack trace. */
    final class Away extends RuntimeException {
        Away(Throwable cause) {
            super(cause.getClass().getSimpleName(), cause, false, false);
        }

        /** @param status that says that it does not answer anybody now, or not this officer */
        Away(int status) {
            super("status " + status, null, false, false);
        }
    }
}
