package vn.motcua.processing.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import java.time.Instant;
import java.util.UUID;

/** Which case an officer may see, for what lies beside it. */
@ApplicationScoped
public class CaseSight {
    private static final String JOINED = "select c.id, c.unit, c.department, d.procedureCode, d.procedureVersion,"
            + " coalesce(c.beside.receivedAt, c.openedAt)"
            + " from CaseFile c join Dossier d on d.id = c.dossierId where c.id = :id and ";

    @Inject
    EntityManager entities;

    /** The case as far as others need it. */
    public record Seen(
            UUID id, String unit, String department, String procedureCode, int procedureVersion, Instant receivedAt) {}

    /** Null where there is none or the officer may not see it. */
    public Seen seen(UUID id, Officer officer) {
        Visibility visible = Visibility.of(officer);
        TypedQuery<Object[]> query = entities.createQuery(JOINED + visible.where(), Object[].class);
        visible.parameters().forEach(query::setParameter);
        return query.setParameter("id", id).setMaxResults(1).getResultList().stream()
                .map(row -> new Seen(
                        (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (int) row[4], (Instant)
                                row[5]))
                .findFirst()
                .orElse(null);
    }
}
