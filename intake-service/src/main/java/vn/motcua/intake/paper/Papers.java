package vn.motcua.intake.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.ReadOnce;
import vn.motcua.intake.file.KeptFile;
import vn.motcua.intake.person.PersonVault;
import vn.motcua.platform.json.EventJson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The papers of dossiers. Whoever changes one holds the lock of its dossier. */
@ApplicationScoped
public class Papers implements PanacheRepositoryBase<Paper, Paper.Key> {
    /** Before the component of a paper that is between two lists. */
    private static final String ON_THE_MOVE = ">";

    /** The revision of the papers of a dossier that was just opened. */
    private static final long FIRST = 1;

    /** As it is sealed. */
    private record Along(List<SentAlong> papers) {}

    private final ReadOnce once;
    private final PersonVault vault;

    Papers(ReadOnce once, PersonVault vault) {
        this.once = once;
        this.vault = vault;
    }

    /** Lays out the published list of the version, frozen for this dossier; without a case name, all of it. */
    public void layOut(Dossier dossier, Procedure procedure, String by, Instant at) {
        List<Procedure.Component> components = listed(dossier, procedure);
        int position = 0;
        for (Procedure.Component component : components) {
            persist(new Paper(dossier.id(), component.id(), position++, FIRST, by, at));
        }
        dossier.papersOpen(components.size());
    }

    private static List<Procedure.Component> listed(Dossier dossier, Procedure procedure) {
        return dossier.matter().caseName() == null
                ? procedure.components()
                : procedure.componentsFor(dossier.matter().caseName());
    }

    /**
     * What became of papers under another version.
     *
     * @param kept how many are on both lists
     * @param left those that are not asked for any more
     */
    public record Carried(int kept, List<Paper> left) {}

    /**
     * Lays out the list of another version, whose places have other papers under the same ids: what was entered of a paper stays with it,
     * and what lies here of one that is not asked for any more is kept as sent along. All of them go on above every revision that was shown
     * of any of them: an ETag of the paper that had a place before fits none that has it now.
     *
     * @param before the version it stood under
     */
    public Carried carryOver(Dossier dossier, Procedure before, Procedure next, String by, Instant at) {
        List<Paper> old = of(dossier.id());
        long revision = aboveAll(dossier, old);
        SameOnBoth same = SameOnBoth.of(old, before, listed(dossier, next));
        same.left().forEach(this::delete);
        flush();
        move(same.placed());
        int position = 0;
        for (Procedure.Component component : listed(dossier, next)) {
            if (same.placed().containsKey(component.id())) {
                place(dossier, component, position++, revision);
            } else {
                persist(new Paper(dossier.id(), component.id(), position++, revision, by, at));
            }
        }
        flush();
        once.forget(Papers.class, dossier.id());
        keepAlong(dossier, before, same.left());
        count(dossier);
        return new Carried(same.placed().size(), same.left());
    }

    /** Each carry-over begins above the one before it; the dossier counts too, for a list without papers. */
    private static long aboveAll(Dossier dossier, List<Paper> papers) {
        return papers.stream().mapToLong(Paper::revision).reduce(dossier.revision(), Math::max) + 1;
    }

    /** Out of the way first: their new places may be those of others. */
    private void move(Map<String, Paper> placed) {
        placed.forEach((place, paper) -> {
            getEntityManager().detach(paper);
            getEntityManager()
                    .createNativeQuery(
                            "update paper set component = :on where dossier_id = :dossier and component = :from")
                    .setParameter("on", ON_THE_MOVE + place)
                    .setParameter("dossier", paper.dossierId())
                    .setParameter("from", paper.component())
                    .executeUpdate();
        });
    }

    private void place(Dossier dossier, Procedure.Component component, int position, long revision) {
        getEntityManager()
                .createNativeQuery("update paper set component = :place, position = :position, revision = :revision"
                        + " where dossier_id = :dossier and component = :on")
                .setParameter("place", component.id())
                .setParameter("position", position)
                .setParameter("revision", revision)
                .setParameter("dossier", dossier.id())
                .setParameter("on", ON_THE_MOVE + component.id())
                .executeUpdate();
    }

    /** Whether something of it lies with the dossier that is no file. */
    private static boolean liesHere(Paper paper) {
        return paper.state() == Paper.State.PRESENTED
                || paper.held()
                || paper.state() == Paper.State.MISSING && paper.quantity() > 0;
    }

    private void keepAlong(Dossier dossier, Procedure before, List<Paper> left) {
        List<SentAlong> along = new ArrayList<>(sentAlong(dossier));
        for (Paper each : left) {
            if (liesHere(each)) {
                along.add(new SentAlong(
                        "along-" + (along.size() + 1),
                        SameOnBoth.name(before, each),
                        each.presentedAs(),
                        Math.max(1, each.quantity()),
                        each.held()));
            }
        }
        if (!along.isEmpty()) {
            along(dossier, along);
        }
    }

    /**
     * What came of one paper, in one shape.
     *
     * @param component of the published list; null for a paper beside it, which has a name
     * @param name null for a paper of the published list
     * @param as null where nothing came
     * @param pieces 0 where nothing came
     * @param complete whether all of it came
     * @param held whether it stays with the office until the result
     * @param why what was noted where something lacks, or null
     */
    public record Brought(
            String component,
            String name,
            Paper.PresentedAs as,
            int pieces,
            boolean complete,
            boolean held,
            String why) {}

    /** Enters what came with the dossier; what fills no place of its list is kept as sent along, so that it is owed all the same. */
    public void bring(Dossier dossier, Procedure procedure, List<Brought> brought, String by, Instant at) {
        Set<String> placed = new HashSet<>();
        List<SentAlong> along = new ArrayList<>();
        for (Brought each : brought) {
            Paper paper = each.component() != null && placed.add(each.component())
                    ? findById(new Paper.Key(dossier.id(), each.component()))
                    : null;
            if (paper != null && each.complete() && each.pieces() > 0) {
                paper.present(each.as(), each.pieces(), each.held(), null, by, at);
            } else if (paper != null) {
                paper.lack(each.as(), each.pieces(), each.held(), each.why(), by, at);
            } else if (each.pieces() > 0) {
                along.add(new SentAlong(
                        "along-" + (along.size() + 1), name(procedure, each), each.as(), each.pieces(), each.held()));
            }
        }
        if (!along.isEmpty()) {
            along(dossier, along);
        }
        count(dossier);
    }

    private static String name(Procedure procedure, Brought brought) {
        return brought.component() == null
                ? brought.name().strip()
                : procedure
                        .component(brought.component())
                        .map(Procedure.Component::name)
                        .orElse(brought.component());
    }

    /** What lies with the dossier and fills no place of its list. */
    public List<SentAlong> sentAlong(Dossier dossier) {
        return dossier.matter().sentAlong() == null
                ? List.of()
                : EventJson.read(EventJson.tree(vault.open(dossier.matter().sentAlong())), Along.class)
                        .papers();
    }

    /**
     * Originals by their component of the published list, or by the id of what was sent along.
     *
     * @param pieces how many of them, at least 1
     */
    public record Originals(String component, int pieces) {}

    /** The originals the office keeps until the result, in the order of the published list, what was sent along last; null for none. */
    public List<Originals> held(Dossier dossier) {
        if (!dossier.originalsHeld()) {
            return null;
        }
        Stream<Originals> listed = of(dossier.id()).stream()
                .filter(Paper::held)
                .map(paper -> new Originals(paper.component(), Math.max(1, paper.quantity())));
        List<Originals> held = Stream.concat(
                        listed, keptAlong(dossier).stream().map(each -> new Originals(each.id(), each.pieces())))
                .toList();
        return held.isEmpty() ? null : held;
    }

    /** Lets go of the originals that went back whole (Decision 45/2016/QĐ-TTg Art. 8(3)); the others stay owed. */
    public void giveBack(Dossier dossier, List<Originals> given, String by, Instant at) {
        Map<String, Integer> back =
                given.stream().collect(Collectors.toMap(Originals::component, Originals::pieces, Integer::sum));
        List<Paper> papers = of(dossier.id());
        for (Paper paper : papers) {
            if (paper.held() && back.getOrDefault(paper.component(), 0) >= Math.max(1, paper.quantity())) {
                paper.givenBack(by, at);
            }
        }
        if (dossier.matter().sentAlong() != null) {
            along(
                    dossier,
                    sentAlong(dossier).stream()
                            .map(each -> back.getOrDefault(each.id(), 0) >= each.pieces() ? each.givenBack() : each)
                            .toList());
        }
        dossier.keepsOriginals(
                papers.stream().anyMatch(Paper::held) || dossier.matter().keepsSentAlong());
    }

    private List<SentAlong> keptAlong(Dossier dossier) {
        return sentAlong(dossier).stream().filter(SentAlong::held).toList();
    }

    private void along(Dossier dossier, List<SentAlong> along) {
        dossier.matter()
                .sentAlong(
                        vault.seal(EventJson.write(new Along(along))),
                        along.stream().anyMatch(SentAlong::held));
    }

    /** In the order of the published list. */
    public List<Paper> of(UUID dossierId) {
        return withAsked(dossierId).stream().map(WithAsked::paper).toList();
    }

    /** A paper with what the supplement asks of it and what the store knows of its file, or nulls. */
    public record WithAsked(Paper paper, SupplementItem asked, KeptFile file) {}

    /** In the order of the published list, in one query. */
    public List<WithAsked> withAsked(UUID dossierId) {
        return once.get(Papers.class, dossierId, () -> read(dossierId));
    }

    /** The supplement has asked for something. */
    void asked(UUID dossierId) {
        once.forget(Papers.class, dossierId);
    }

    private List<WithAsked> read(UUID dossierId) {
        return getEntityManager()
                .createQuery(
                        "select p, s, f from Paper p left join SupplementItem s on s.dossierId = p.dossierId"
                                + " and s.component = p.component and s.request = (select max(n.request) from"
                                + " SupplementItem n where n.dossierId = p.dossierId and n.component = p.component)"
                                + " left join KeptFile f on f.dossierId = p.dossierId"
                                + " and f.sha256 = p.fileSha256 where p.dossierId = :dossier"
                                + " order by p.position, p.component",
                        Object[].class)
                .setParameter("dossier", dossierId)
                .getResultList()
                .stream()
                .map(row -> new WithAsked((Paper) row[0], (SupplementItem) row[1], (KeptFile) row[2]))
                .toList();
    }

    /** One of its papers with what the supplement asks of it, or null; read after the lock of the dossier is held. */
    WithAsked one(UUID dossierId, String component) {
        return withAsked(dossierId).stream()
                .filter(each -> each.paper().component().equals(component))
                .findFirst()
                .orElse(null);
    }

    /** Whether a paper of the dossier has this file. */
    boolean holds(UUID dossierId, String sha256) {
        return of(dossierId).stream().anyMatch(paper -> sha256.equals(paper.fileSha256()));
    }

    /** Takes the files away; a paper that was nothing else is missing again, one that was brought stays so. */
    public void withoutFiles(Dossier dossier, String by, Instant at) {
        of(dossier.id()).forEach(paper -> paper.withoutFile(by, at));
        count(dossier);
    }

    /** What is still to be brought, by component. */
    public List<String> missing(UUID dossierId) {
        return of(dossierId).stream().filter(Paper::open).map(Paper::component).toList();
    }

    /** Brings the dossier's counters up to what its papers say. */
    public void count(Dossier dossier) {
        List<Paper> papers = of(dossier.id());
        dossier.papersOpen((int) papers.stream().filter(Paper::open).count());
        dossier.keepsOriginals(
                papers.stream().anyMatch(Paper::held) || dossier.matter().keepsSentAlong());
    }
}
