package vn.motcua.intake.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import vn.motcua.intake.dossier.Dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Walks the chains of histories, a handful of dossiers at a time, and says where each breaks first. */
@ApplicationScoped
public class HistoryCheck {
    private final EntityManager entities;

    HistoryCheck(EntityManager entities) {
        this.entities = entities;
    }

    /** What is wrong at the first act that is not as it was written. */
    public enum Break {
        /** The act says something else than its hash was made of. */
        CHANGED,
        /** The act does not follow the one before it: one was removed, inserted or put elsewhere. */
        UNLINKED,
        /** The published acts do not count up by one. */
        SEQUENCE_GAP,
        /** The history ends before the act with which its dossier says it ends. */
        CUT_OFF
    }

    /** @param revision of the first act that is broken; null where what is missing stood at the end */
    public record Broken(UUID dossierId, Long revision, Break what) {}

    /** @param last the last dossier that was looked at, or null where there was none */
    record Checked(int dossiers, int acts, List<Broken> broken, UUID last) {}

    private record Chain(Dossier dossier, List<Act> acts) {}

    /** The next dossiers after one, by id; dossiers and acts are read in one statement, so that an act just added is no break. */
    Checked next(UUID after, int dossiers) {
        List<UUID> ids = entities.createQuery(
                        "select d.id from Dossier d where d.id > :after order by d.id", UUID.class)
                .setParameter("after", after)
                .setMaxResults(dossiers)
                .getResultList();
        return check(ids);
    }

    Checked check(List<UUID> ids) {
        if (ids.isEmpty()) {
            return new Checked(0, 0, List.of(), null);
        }
        Map<UUID, Chain> chains = new LinkedHashMap<>();
        List<Object[]> rows = entities.createQuery(
                        "select d, a from Dossier d left join Act a on a.dossierId = d.id where d.id in :ids"
                                + " order by d.id, a.revision",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        int acts = 0;
        for (Object[] row : rows) {
            Dossier dossier = (Dossier) row[0];
            Chain chain = chains.computeIfAbsent(dossier.id(), id -> new Chain(dossier, new ArrayList<>()));
            if (row[1] != null) {
                chain.acts().add((Act) row[1]);
                acts++;
            }
        }
        List<Broken> broken = new ArrayList<>();
        for (Chain chain : chains.values()) {
            Broken first = first(chain);
            if (first != null) {
                broken.add(first);
            }
        }
        entities.clear();
        return new Checked(chains.size(), acts, broken, ids.get(ids.size() - 1));
    }

    private static Broken first(Chain chain) {
        Broken broken = first(chain.dossier().id(), chain.acts());
        if (broken != null) {
            return broken;
        }
        byte[] last = chain.acts().isEmpty()
                ? null
                : chain.acts().get(chain.acts().size() - 1).hash();
        boolean whole = Arrays.equals(last, chain.dossier().trail().lastHash());
        return whole ? null : new Broken(chain.dossier().id(), null, Break.CUT_OFF);
    }

    /** The first act that is not as it was written, or null. */
    static Broken first(UUID dossier, List<Act> acts) {
        byte[] previous = null;
        int sequence = 0;
        for (Act act : acts) {
            if (!Arrays.equals(previous, act.prevHash())) {
                return new Broken(dossier, act.revision(), Break.UNLINKED);
            }
            if (!Arrays.equals(HashChain.next(previous, act), act.hash())) {
                return new Broken(dossier, act.revision(), Break.CHANGED);
            }
            if (act.sequence() != null && act.sequence() != ++sequence) {
                return new Broken(dossier, act.revision(), Break.SEQUENCE_GAP);
            }
            previous = act.hash();
        }
        return null;
    }
}
