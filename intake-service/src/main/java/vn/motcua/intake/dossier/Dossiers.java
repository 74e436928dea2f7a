package vn.motcua.intake.dossier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import java.time.Instant;
import java.util.Collection;
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

    /** Many under their row locks, taken in the order of their ids, so that two who lock many never wait for each other in a circle. */
    public List<Dossier> lockAll(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("select d from Dossier d where d.id in :ids order by d.id", Dossier.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Dossiers of a competent unit whose time runs against a date, most urgent first, after a date and id; read without locks. */
    public List<Dossier> running(String competentUnit, Instant afterDue, UUID afterId, int limit) {
        return getEntityManager()
                .createQuery(
                        "select d from Dossier d where d.units.competent = :unit and d.clock.due is not null and d.clock.endedAt is null"
                                + " and d.clock.pausedSince is null and (d.clock.due, d.id) > (:due, :id)"
                                + " order by d.clock.due, d.id",
                        Dossier.class)
                .setParameter("unit", competentUnit)
                .setParameter("due", afterDue)
                .setParameter("id", afterId)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Filings that a unit has to answer, by their ids, after one of them. */
    public List<UUID> filed(String receivingUnit, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select d.id from Dossier d where d.units.receiving = :unit and d.standing.stage = :stage"
                                + " and d.trail.sequence > 0 and d.id > :after order by d.id",
                        UUID.class)
                .setParameter("unit", receivingUnit)
                .setParameter("stage", Stage.SUBMITTED)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
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
