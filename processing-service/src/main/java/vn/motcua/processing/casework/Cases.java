package vn.motcua.processing.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.catalogue.Procedure;
import vn.motcua.processing.dossier.Dossier;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.officer.Visibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All cases. Whoever changes one locks its row first. */
@ApplicationScoped
class Cases implements PanacheRepositoryBase<Case, UUID> {
    private static final String JOINED = "select c, d, p from CaseFile c join Dossier d on d.id = c.dossierId"
            + " left join Procedure p on p.key.code = d.procedureCode and p.key.version = d.procedureVersion where ";

    /** A case with what is shown beside it. */
    record Known(Case one, Dossier dossier, Procedure procedure) {}

    /** Where a page of proposals goes on: the key of its last row. */
    record AfterProposal(Instant urgentAt, UUID id) {}

    /**
     * The case, locked until the end of the transaction, for an officer who works on it.
     *
     * @throws ProblemException {@code case-not-found}, also for the cases of others
     */
    Case locked(UUID id, Officer officer) {
        Case one = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (one == null || !worksOn(officer, one)) {
            throw new ProblemException(ProcessingProblem.CASE_NOT_FOUND);
        }
        return one;
    }

    /** Also those of the competent unit while another handles it: they are told where it lies. */
    static boolean worksOn(Officer officer, Case one) {
        String home = one.beside().homeDepartment();
        return officer.worksOn(one.unit(), one.department())
                || one.elsewhere() && officer.worksOn(one.beside().competentUnit(), home);
    }

    /** The case of a dossier, locked; null where there is none. */
    Case lockedOf(UUID dossierId) {
        return find("dossierId", dossierId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Null where the officer may not see it. */
    Known seen(UUID id, Officer officer) {
        return first(joined("c.id = :id", officer).setParameter("id", id));
    }

    /** Null where there is none or the officer may not see it. */
    Known seenOf(UUID dossierId, Officer officer) {
        return first(joined("c.dossierId = :id", officer).setParameter("id", dossierId));
    }

    /** These cases in this order; what went away meanwhile or may not be seen is left out. */
    List<Known> inOrder(List<UUID> ids, Officer officer) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Known> read = joined("c.id in (:ids)", officer).setParameter("ids", ids).getResultList().stream()
                .map(Cases::known)
                .collect(Collectors.toMap(known -> known.one().id(), known -> known));
        return ids.stream().map(read::get).filter(Objects::nonNull).toList();
    }

    /** One row more than the limit: what lies before the approver in these units, the earliest due first. */
    List<Known> proposals(Set<String> units, AfterProposal after, int limit, Officer officer) {
        if (units.isEmpty()) {
            return List.of();
        }
        String page = after == null ? "" : " and (c.urgentAt, c.id) > (:urgentAt, :id)";
        TypedQuery<Object[]> query = joined(
                        "c.state = " + State.class.getName() + ".PROPOSED and c.unit in (:proposedIn)" + page,
                        officer,
                        " order by c.urgentAt, c.id")
                .setParameter("proposedIn", units);
        if (after != null) {
            query.setParameter("urgentAt", after.urgentAt()).setParameter("id", after.id());
        }
        return query.setMaxResults(limit + 1).getResultList().stream()
                .map(Cases::known)
                .toList();
    }

    /** The newest act that changed what an officer works on: what the watch raises leaves the revision alone. Null where there is none. */
    CaseAct newestChange(UUID caseId) {
        return getEntityManager()
                .createQuery(
                        "select a from CaseAct a where a.caseId = :id and a.act <> 'ESCALATED' order by a.id desc",
                        CaseAct.class)
                .setParameter("id", caseId)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The event that told of the newest act of this kind. */
    UUID newestEvent(UUID caseId, Progress act) {
        return getEntityManager()
                .createQuery(
                        "select a from CaseAct a where a.caseId = :id and a.act = :act order by a.id desc",
                        CaseAct.class)
                .setParameter("id", caseId)
                .setParameter("act", act.name())
                .setMaxResults(1)
                .getSingleResult()
                .eventId();
    }

    /** The newest acts of a case, newest first. */
    List<CaseAct> acts(UUID caseId, int limit) {
        return getEntityManager()
                .createQuery("select a from CaseAct a where a.caseId = :id order by a.id desc", CaseAct.class)
                .setParameter("id", caseId)
                .setMaxResults(limit)
                .getResultList();
    }

    private TypedQuery<Object[]> joined(String where, Officer officer, String... order) {
        Visibility visible = Visibility.of(officer);
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery(JOINED + where + " and " + visible.where() + String.join("", order), Object[].class);
        visible.parameters().forEach(query::setParameter);
        return query;
    }

    private static Known first(TypedQuery<Object[]> query) {
        return query.setMaxResults(1).getResultList().stream()
                .map(Cases::known)
                .findFirst()
                .orElse(null);
    }

    private static Known known(Object[] row) {
        return new Known((Case) row[0], (Dossier) row[1], (Procedure) row[2]);
    }
}
