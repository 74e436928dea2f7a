package vn.motcua.intake.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.Dossier;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the supplement requests of a dossier ask for: one, all items together, unless the law gives a ground for a further one. */
@ApplicationScoped
public class Supplements implements PanacheRepositoryBase<SupplementItem, SupplementItem.Key> {
    private final Papers papers;

    Supplements(Papers papers) {
        this.papers = papers;
    }

    /** One paper asked for, with the reason's code and, for the person alone, a note or null. */
    public record Asked(String component, String reasonCode, String note) {}

    /**
     * @param any whether anything that was asked came in
     * @param complete whether nothing that was asked is missing any more
     */
    public record Supplied(boolean any, boolean complete) {}

    /** The components of the request that are not in the dossier's list; a paper beyond the published list is never asked for. */
    public List<String> unknown(UUID dossierId, List<Asked> items) {
        Set<String> known =
                Set.copyOf(papers.of(dossierId).stream().map(Paper::component).toList());
        return items.stream()
                .map(Asked::component)
                .filter(c -> !known.contains(c))
                .toList();
    }

    /** As the newest request, which the dossier counts already. */
    public void ask(Dossier dossier, List<Asked> items, String by, Instant at) {
        for (Asked item : items) {
            persist(new SupplementItem(dossier, item.component(), item.reasonCode(), item.note()));
            papers.one(dossier.id(), item.component()).paper().ask(by, at);
        }
        papers.asked(dossier.id());
        papers.count(dossier);
    }

    /**
     * Takes in what came: at reception the paper itself, if it was not entered before; otherwise only what is entered already.
     *
     * @param components those that came; empty for all that are asked
     * @param atReception whether an officer has the papers before them
     * @return what came of it
     */
    public Supplied supply(Dossier dossier, Set<String> components, boolean atReception, String by, Instant at) {
        boolean complete = true;
        boolean any = false;
        for (SupplementItem item : of(dossier)) {
            if (item.open() && (components.isEmpty() || components.contains(item.component()))) {
                Paper paper = papers.one(dossier.id(), item.component()).paper();
                if (paper.open() && atReception) {
                    paper.present(Paper.PresentedAs.COPY, 1, paper.held(), null, by, at);
                }
                if (!paper.open()) {
                    item.supplied(at);
                    any = true;
                }
            }
            complete &= !item.open();
        }
        papers.count(dossier);
        return new Supplied(any, complete);
    }

    /** Those of its newest request. */
    public List<SupplementItem> of(Dossier dossier) {
        return list(
                "dossierId = ?1 and request = ?2 order by component",
                dossier.id(),
                dossier.waiting().supplements());
    }
}
