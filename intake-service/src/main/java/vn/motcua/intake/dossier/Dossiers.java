package vn.motcua.intake.dossier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where dossiers are kept. */
@ApplicationScoped
public class Dossiers implements PanacheRepositoryBase<Dossier, UUID> {

    /** The dossier under its row lock, which every writer takes first; empty where there is none. */
    public Optional<Dossier> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** By reference or by code, in either case of letters. */
    public Optional<Dossier> byReferenceOrCode(String handle) {
        return find("reference = ?1 or code = ?1", handle).firstResultOptional();
    }

    /** Drafts nobody wrote to since then, oldest first. */
    public List<UUID> idleDrafts(Instant writtenBefore, int limit) {
        return getEntityManager()
                .createQuery(
                        "select d.id from Dossier d where d.standing.stage = :stage and d.opened.writtenAt <= :before order by d.opened.writtenAt",
                        UUID.class)
                .setParameter("stage", Stage.PREPARING)
                .setParameter("before", writtenBefore)
                .setMaxResults(limit)
                .getResultList();
    }
}
