package vn.motcua.intake.act;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Original;
import vn.motcua.intake.paper.Paper;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.payment.Payment;
import vn.motcua.intake.payment.Payments;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was brought, as far as it decides which department gets the case: told where the dossier is received and where it goes to the case, for
 * that is where routing asks. Nothing of people, and no name of a paper.
 *
 * @param presented components of the published list that are there: shown, attached, taken from data or from an earlier dossier
 * @param notApplicable components that an officer marked as not asked for here
 * @param pages of all originals that are counted, together
 * @param copies of all of them, together
 * @param feesVnd all that is to be paid or was, in đồng; null where a fee is not established, which is not free
 */
record Brought(
        List<String> presented,
        List<String> notApplicable,
        int pages,
        int copies,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long feesVnd) {

    private static final Set<Action> TELLING = EnumSet.of(Action.RECEIVE, Action.TRANSFER);
    private static final Set<Paper.State> THERE =
            EnumSet.of(Paper.State.PRESENTED, Paper.State.ATTACHED, Paper.State.TAKEN_FROM_DATA, Paper.State.REUSED);

    /** Reads it from the papers and payments of a dossier. */
    @ApplicationScoped
    static class Reader {
        private final Papers papers;
        private final Payments payments;

        Reader(Papers papers, Payments payments) {
            this.papers = papers;
            this.payments = payments;
        }

        /** Null at an act that does not tell it. */
        Brought of(Dossier dossier, Action action) {
            return TELLING.contains(action)
                    ? Brought.of(dossier, papers.of(dossier.id()), payments.of(dossier.id()))
                    : null;
        }
    }

    static Brought of(Dossier dossier, List<Paper> papers, List<Payment> payments) {
        List<Original> originals = dossier.matter().quantities().all();
        return new Brought(
                components(papers, THERE),
                components(papers, EnumSet.of(Paper.State.NOT_APPLICABLE)),
                originals.stream().mapToInt(Original::pages).sum(),
                originals.stream().mapToInt(Original::copies).sum(),
                dossier.charges().known() ? fees(payments) : null);
    }

    private static List<String> components(List<Paper> papers, Set<Paper.State> states) {
        return papers.stream()
                .filter(paper -> states.contains(paper.state()))
                .map(Paper::component)
                .toList();
    }

    private static long fees(List<Payment> payments) {
        return payments.stream()
                .filter(payment -> payment.state() != Payment.State.VOID)
                .mapToLong(Payment::amountVnd)
                .sum();
    }
}
