package vn.motcua.intake.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.access.Signature;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.platform.json.EventJson;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The acts of dossiers, only ever added. Whoever adds holds the lock of the dossier. */
@ApplicationScoped
public class History implements PanacheRepositoryBase<Act, UUID> {
    private final Clock clock;

    History(Clock clock) {
        this.clock = clock;
    }

    /** Adds a row and ends the dossier's chain with it. The dossier has the revision of this write already. */
    public void add(Dossier dossier, Entry entry) {
        Act act = new Act(
                dossier.id(),
                dossier.revision(),
                entry,
                EventJson.write(entry.details()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                dossier.trail().lastHash());
        persist(act);
        dossier.trail().chained(act.hash());
    }

    /** Keeps a write that is no act of the table, such as a new PIN; the dossier has its new revision already. */
    public void note(Dossier dossier, String what, String actor, Signature by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        note(dossier, what, actor, by, now, null, Map.of());
    }

    /** Keeps what a case or return tells of itself; nothing is published. */
    public void note(
            Dossier dossier,
            String what,
            String actor,
            Signature by,
            Instant at,
            UUID causedBy,
            Map<String, Object> details) {
        String stage = dossier.stage().name();
        add(
                dossier,
                new Entry(
                        UUID.randomUUID(),
                        null,
                        what,
                        Act.Outcome.RECORDED,
                        stage,
                        stage,
                        actor,
                        by,
                        null,
                        null,
                        at,
                        causedBy,
                        details));
    }

    /** The acting instant of a published act, or null. */
    public Instant effectiveAt(UUID dossierId, int sequence) {
        return getEntityManager()
                .createQuery(
                        "select a.effectiveAt from Act a where a.dossierId = :dossier and a.sequence = :sequence",
                        Instant.class)
                .setParameter("dossier", dossierId)
                .setParameter("sequence", sequence)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Acts after a revision, oldest first. */
    List<Act> after(UUID dossierId, long revision, int limit) {
        return find("dossierId = ?1 and revision > ?2 order by revision", dossierId, revision)
                .page(0, limit)
                .list();
    }

    /** Who wrote last, for the loser of a race. */
    public Map<String, Object> newest(Dossier dossier) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("revision", dossier.revision());
        facts.put("stage", dossier.stage());
        Act act = find("dossierId = ?1 order by revision desc", dossier.id())
                .page(0, 1)
                .firstResult();
        if (act != null) {
            facts.put("action", act.action());
            facts.put("actor", act.actor());
            facts.put("actorName", act.actorName());
            facts.put("at", act.recordedAt());
        }
        return facts;
    }
}
