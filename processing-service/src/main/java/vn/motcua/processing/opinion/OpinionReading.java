package vn.motcua.processing.opinion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import vn.motcua.processing.catalogue.Procedure;
import vn.motcua.processing.dossier.Dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads questions with what is shown beside them, in one query. */
@ApplicationScoped
class OpinionReading {
    private static final String JOINED =
            "select o, d, p, c.unit, c.department from Opinion o join CaseFile c on c.id = o.caseId"
                    + " join Dossier d on d.id = c.dossierId left join Procedure p on p.key.code = d.procedureCode"
                    + " and p.key.version = d.procedureVersion where ";

    @Inject
    EntityManager entities;

    record Known(Opinion opinion, Dossier dossier, String procedureName, String unit, String department) {}

    /** Where a page goes on: the key of its last row. */
    record After(Instant at, UUID id) {}

    /** What was asked for a case, oldest first. */
    List<Known> ofCase(UUID caseId, int most) {
        return run(query("o.caseId = :case order by o.askedAt, o.id").setParameter("case", caseId), most);
    }

    Known one(UUID id) {
        return run(query("o.id = :id").setParameter("id", id), 1).stream()
                .findFirst()
                .orElse(null);
    }

    /** One row more than the limit: what a department still owes, the earliest date first. */
    List<Known> owed(String unit, String department, After after, int limit) {
        String page = after == null ? "" : " and (o.due, o.id) > (:at, :id)";
        return page("o.state = OPEN and " + page(page) + " order by o.due, o.id", unit, department, after, limit);
    }

    /** One row more than the limit: what a department was asked and owes no longer, asked last first. */
    List<Known> given(String unit, String department, After after, int limit) {
        String page = after == null ? "" : " and (o.askedAt, o.id) < (:at, :id)";
        return page(
                "o.state <> OPEN and " + page(page) + " order by o.askedAt desc, o.id desc",
                unit,
                department,
                after,
                limit);
    }

    private static String page(String page) {
        return "o.askedUnit = :unit and o.askedDepartment = :department" + page;
    }

    private List<Known> page(String where, String unit, String department, After after, int limit) {
        TypedQuery<Object[]> query = query(where).setParameter("unit", unit).setParameter("department", department);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return run(query, limit + 1);
    }

    private TypedQuery<Object[]> query(String where) {
        return entities.createQuery(JOINED + where, Object[].class);
    }

    private static List<Known> run(TypedQuery<Object[]> query, int most) {
        return query.setMaxResults(most).getResultList().stream()
                .map(row -> new Known(
                        (Opinion) row[0],
                        (Dossier) row[1],
                        row[2] == null ? null : ((Procedure) row[2]).nameVi(),
                        (String) row[3],
                        (String) row[4]))
                .toList();
    }
}
