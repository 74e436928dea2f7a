package vn.motcua.intake.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.catalogue.DueAt;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.ReadOnce;
import vn.motcua.intake.fee.FeeQuote;
import vn.motcua.intake.fee.Fees;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What dossiers owe. Whoever changes it holds the lock of the dossier. */
@ApplicationScoped
public class Payments implements PanacheRepositoryBase<Payment, UUID> {
    private final ReadOnce once;

    Payments(ReadOnce once) {
        this.once = once;
    }

    /**
     * Writes down the published fee for the dossier's quantities.
     *
     * @throws IllegalArgumentException if a quantity that a fee counts is missing or absurd
     */
    public void quote(Dossier dossier, Procedure procedure) {
        write(dossier, quoted(dossier, procedure), new ArrayList<>());
    }

    /** The same anew after a correction: what is paid counts, what is open is replaced. */
    public void requote(Dossier dossier, Procedure procedure) {
        FeeQuote quote = quoted(dossier, procedure);
        List<Payment> before = new ArrayList<>(of(dossier.id()));
        before.stream().filter(p -> p.origin() == Payment.Origin.PROCEDURE).forEach(Payment::cancel);
        write(dossier, quote, before);
    }

    private static FeeQuote quoted(Dossier dossier, Procedure procedure) {
        var quantities = dossier.matter().quantities();
        if (quantities.named().isEmpty()) {
            return Fees.amount(procedure, dossier.channel(), quantities.pages(), quantities.copies());
        }
        if (quantities.pages() > 0 || quantities.copies() > 0) {
            throw new IllegalArgumentException("either pages and copies or originals");
        }
        if (!procedure.countsOriginals()) {
            throw new IllegalArgumentException("no fee of " + procedure.code() + " counts originals");
        }
        return Fees.amount(
                procedure,
                dossier.channel(),
                quantities.named().stream()
                        .map(each -> new Fees.Counted(each.pages(), each.copies()))
                        .toList());
    }

    private void write(Dossier dossier, FeeQuote quote, List<Payment> all) {
        Map<DueAt, Long> paid = all.stream()
                .filter(p -> p.state() == Payment.State.PAID && p.origin() == Payment.Origin.PROCEDURE)
                .collect(Collectors.groupingBy(Payment::dueAt, Collectors.summingLong(Payment::amountVnd)));
        for (Settlement.Owed owed : Settlement.of(quote.lines(), paid)) {
            if (owed.amountVnd() > 0) {
                add(all, line(dossier, all.size(), owed.line(), owed.amountVnd()));
            }
        }
        once.keep(Payment.class, dossier.id(), all);
        count(dossier, quote.established(), all);
    }

    private void add(List<Payment> all, Payment payment) {
        persist(payment);
        all.add(payment);
    }

    private static Payment line(Dossier dossier, int position, FeeQuote.Line line, long owed) {
        Payment.Kind kind = line.kind() == null
                ? Payment.Kind.FEE
                : Payment.Kind.valueOf(line.kind().name());
        return new Payment(dossier.id(), position, Payment.Origin.PROCEDURE, kind, line.dueAt(), null, owed);
    }

    /** A financial duty the case found. */
    public void ask(Dossier dossier, long amountVnd, String reasonCode) {
        List<Payment> all = new ArrayList<>(of(dossier.id()));
        add(
                all,
                new Payment(
                        dossier.id(),
                        all.size(),
                        Payment.Origin.CASE,
                        Payment.Kind.DUTY,
                        DueAt.RETURN,
                        reasonCode,
                        amountVnd));
        once.keep(Payment.class, dossier.id(), all);
        count(dossier, dossier.charges().known(), all);
    }

    /** Marks these as paid. */
    public void pay(Dossier dossier, List<Payment> paid, Payment.Method method, String receipt, Instant at) {
        paid.forEach(payment -> payment.pay(method, receipt, at));
        count(dossier, dossier.charges().known(), of(dossier.id()));
    }

    /** The dossier ended without a result: nothing more is owed. */
    public void cancelOpen(Dossier dossier) {
        if (dossier.feesOpen()) {
            List<Payment> all = of(dossier.id());
            all.forEach(Payment::cancel);
            count(dossier, dossier.charges().known(), all);
        }
    }

    public List<Payment> of(UUID dossierId) {
        return once.get(Payment.class, dossierId, () -> list("dossierId = ?1 order by position", dossierId));
    }

    /** The open ones among these ids; all open ones where none are named. */
    public List<Payment> open(UUID dossierId, Set<UUID> ids) {
        return of(dossierId).stream()
                .filter(Payment::open)
                .filter(payment -> ids.isEmpty() || ids.contains(payment.id()))
                .toList();
    }

    private static void count(Dossier dossier, boolean known, List<Payment> all) {
        long open = 0;
        long filing = 0;
        for (Payment payment : all) {
            open += payment.open() ? payment.amountVnd() : 0;
            filing += payment.open() && payment.dueAt() == DueAt.FILING ? payment.amountVnd() : 0;
        }
        dossier.charges().set(known, filing, open);
    }
}
