package vn.motcua.processing.requester;

import java.util.UUID;

/** Who asked, as intake has it now: one of the three reads between services that the design allows, never before a decision. */
interface Snapshot {
    /**
     * @param token of the officer for whom it is read; intake judges by it and notes the reading
     * @return the name of the dossier's owner; null where it cannot be read now
     */
    String requester(UUID dossier, String token);
}
