package vn.motcua.processing.result;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.officer.Visibility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** All uploaded results. */
@ApplicationScoped
public class Results implements PanacheRepositoryBase<Result, UUID> {
    private static final String JOINED = "select r from Result r join CaseFile c on c.id = r.caseId"
            + " join Dossier d on d.id = c.dossierId where r.id = :id and ";

    @Inject
    ResultStore store;

    /** Keeps a file for a case. Joins the caller's transaction, which holds the lock of the case. */
    public Result add(UUID caseId, Upload upload, Officer officer, Instant at) {
        store.put(upload);
        Result result = new Result(caseId, upload, officer.subject(), officer.name(), at);
        persist(result);
        return result;
    }

    /**
     * A result as it is kept, whole: for those who make another of it.
     *
     * @param composed null for an uploaded file
     */
    public record Kept(byte[] bytes, String mediaType, Composed composed) {}

    /** @throws ProblemException 410 where its bytes were destroyed after their time */
    public Kept kept(UUID id) {
        Result result = findById(id);
        result.requireBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            store.write(result.sha256(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Kept(out.toByteArray(), result.mediaType(), result.composed());
    }

    /**
     * Destroys the bytes of all files of a case; their rows stay. Joins the caller's transaction, which holds the lock of the case.
     *
     * @param report by which it was approved
     * @param ground the provision after whose time they go
     */
    public void destroy(UUID caseId, UUID report, String ground, Instant at) {
        List<Result> gone = list("caseId = ?1 and destroyedAt is null", caseId);
        gone.forEach(each -> each.destroyed(report, ground, at));
        flush();
        gone.stream().map(Result::sha256).distinct().sorted().forEach(store::remove); // one order for everybody
    }

    /** Null where there is none or the officer may not see its case. */
    Result seen(UUID id, Officer officer) {
        Visibility visible = Visibility.of(officer);
        TypedQuery<Result> query = getEntityManager().createQuery(JOINED + visible.where(), Result.class);
        visible.parameters().forEach(query::setParameter);
        return first(query.setParameter("id", id));
    }

    /** In the order of the ids; fewer where some are not there or of cases the officer may not see. */
    List<Result> seen(List<UUID> ids, Officer officer) {
        Visibility visible = Visibility.of(officer);
        TypedQuery<Result> query = getEntityManager()
                .createQuery(JOINED.replace("r.id = :id", "r.id in (:ids)") + visible.where(), Result.class);
        visible.parameters().forEach(query::setParameter);
        return query.setParameter("ids", ids)
                .getResultStream()
                .sorted(Comparator.comparingInt(each -> ids.indexOf(each.id())))
                .toList();
    }

    /**
     * Null unless it is the valid result of this dossier, its decision is taken by intake and nothing is left to pay: what a
     * person may see by a tracking token.
     */
    Result ofPerson(UUID id, UUID dossierId) {
        return first(getEntityManager()
                .createQuery(
                        JOINED
                                + "d.id = :dossier and c.result = r.id and c.pending.event is null and d.feesOpen = false"
                                + " and d.stage in (DECIDED, RETURNED)",
                        Result.class)
                .setParameter("id", id)
                .setParameter("dossier", dossierId));
    }

    private static Result first(TypedQuery<Result> query) {
        return query.setMaxResults(1).getResultStream().findFirst().orElse(null);
    }
}
