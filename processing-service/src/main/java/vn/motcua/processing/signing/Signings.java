package vn.motcua.processing.signing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All signings. */
@ApplicationScoped
class Signings implements PanacheRepositoryBase<Signing, UUID> {
    private static final int SWEPT_MAX = 100;
    private static final int SHOWN_MAX = 50;

    /** Locked until the end of the transaction; null where there is none. */
    Signing locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Attempts on a case that have not come further than a number. */
    List<Signing> given(UUID caseId) {
        return list("caseId = ?1 and state = ?2", caseId, Signing.State.GIVEN);
    }

    /** Null where the result was not signed here. */
    Signing ofResult(UUID result) {
        return find("result", result).firstResult();
    }

    /** The newest fifty, newest first. */
    List<Signing> ofCase(UUID caseId) {
        return find("caseId = ?1 order by givenAt desc", caseId)
                .range(0, SHOWN_MAX - 1)
                .list();
    }

    /** Attempts begun before that time that never came to a signature; some at a time. */
    List<Signing> forgotten(Instant before) {
        return find("state = ?1 and givenAt < ?2 order by givenAt", Signing.State.GIVEN, before)
                .page(0, SWEPT_MAX)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
