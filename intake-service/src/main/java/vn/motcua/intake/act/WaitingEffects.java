package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.deadline.Deadline;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.paper.Supplements;
import vn.motcua.intake.payment.Payment;
import vn.motcua.intake.payment.Payments;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Effects of the acts by which a dossier waits for the person and goes on: supplement, payment, extension. */
@ApplicationScoped
class WaitingEffects {
    /** A date further away is a slip of the pen. */
    private static final Duration LONGEST_PROMISE = Duration.ofDays(366);

    private final Catalogue catalogue;
    private final Papers papers;
    private final Supplements supplements;
    private final Payments payments;

    WaitingEffects(Catalogue catalogue, Papers papers, Supplements supplements, Payments payments) {
        this.catalogue = catalogue;
        this.papers = papers;
        this.supplements = supplements;
        this.payments = payments;
    }

    void askSupplement(Doing doing) {
        Dossier dossier = doing.dossier();
        List<Supplements.Asked> items = items(doing.deed().body());
        Set<String> components =
                items.stream().map(Supplements.Asked::component).collect(Collectors.toSet());
        List<String> unknown = supplements.unknown(dossier.id(), items);
        if (!unknown.isEmpty() || components.size() < items.size() || items.isEmpty()) {
            throw new UnfitBody("COMPONENT_UNKNOWN", "/items", String.join(", ", unknown));
        }
        boolean further = dossier.waiting().supplements() > 0;
        if (further && doing.deed().body() instanceof ActionRequest.AskSupplement asked && blank(asked.ground())) {
            throw new UnfitBody("GROUND_NEEDED", "/ground", "");
        }
        String ground = ((SupplementGround) doing.deed().body()).groundCode();
        dossier.waiting().askSupplement(doing.at(), lapseAt(doing), ground);
        supplements.ask(dossier, items, doing.by(), doing.at());
        doing.details().put("components", components);
        if (further) {
            doing.details().put("request", dossier.waiting().supplements());
            doing.details().put("groundCode", ground);
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static List<Supplements.Asked> items(Body body) {
        if (body instanceof ActionRequest.AskSupplement asked) {
            return asked.items().stream()
                    .map(item -> new Supplements.Asked(item.component(), item.reasonCode(), item.note()))
                    .toList();
        }
        return ((OfferedBody.AskSupplement) body)
                .items().stream()
                        .map(item -> new Supplements.Asked(item.component(), item.reasonCode(), null))
                        .toList();
    }

    private Instant lapseAt(Doing doing) {
        var matter = doing.dossier().matter();
        Integer days = catalogue
                .procedure(matter.procedureCode(), matter.procedureVersion())
                .map(Procedure::lapseAfterWorkingDays)
                .orElse(null);
        return days == null ? null : Deadline.addWorkingDays(doing.at(), days, doing.calendar());
    }

    void supply(Doing doing) {
        Dossier dossier = doing.dossier();
        Set<String> components = doing.body(ActionRequest.Supply.class).components();
        Supplements.Supplied supplied = supplements.supply(
                dossier,
                components == null ? Set.of() : components,
                doing.deed().actor() == Actor.RECEPTION,
                doing.by(),
                doing.at());
        if (!supplied.any()) {
            throw new ProblemException(IntakeProblem.NOTHING_SUPPLIED).with("missing", papers.missing(dossier.id()));
        }
        if (supplied.complete()) {
            dossier.supplied(doing.at());
        }
        doing.details().put("complete", supplied.complete());
    }

    void askPayment(Doing doing) {
        OfferedBody.AskPayment body = doing.body(OfferedBody.AskPayment.class);
        if (body.amountVnd() < 1) {
            throw new UnfitBody("AMOUNT", "/amountVnd", "≥ 1");
        }
        payments.ask(doing.dossier(), body.amountVnd(), body.reasonCode());
        doing.dossier().waiting().askPayment();
        doing.details().put("amountVnd", body.amountVnd());
    }

    void pay(Doing doing) {
        Dossier dossier = doing.dossier();
        ActionRequest.Pay body = doing.body(ActionRequest.Pay.class);
        List<Payment> paid = payments.open(dossier.id(), body.payments() == null ? Set.of() : body.payments());
        long sum = paid.stream().mapToLong(Payment::amountVnd).sum();
        if (paid.isEmpty()
                || body.payments() != null
                        && !body.payments().isEmpty()
                        && paid.size() != body.payments().size()) {
            throw new UnfitBody("PAYMENT_UNKNOWN", "/payments", "");
        }
        if (sum != body.amountVnd()) {
            throw new UnfitBody("AMOUNT_DIFFERS", "/amountVnd", Long.toString(sum));
        }
        boolean askedLeft = payments.open(dossier.id(), Set.of()).stream()
                .anyMatch(payment -> payment.origin() == Payment.Origin.CASE && !paid.contains(payment));
        if (dossier.waiting().paymentAsked() && askedLeft) {
            throw new UnfitBody("ASKED_PAYMENT_FIRST", "/payments", "");
        }
        payments.pay(dossier, paid, body.method(), body.receipt(), doing.at());
        dossier.waiting().paid();
        doing.details().put("amountVnd", sum);
        doing.details().put("method", body.method());
    }

    /** What is promised must be kept: a minute in which the office works, still to come. */
    void apologise(Doing doing) {
        Instant promised = doing.body(ActionRequest.Apologise.class).promised();
        boolean possible =
                promised.isAfter(doing.at()) && promised.isBefore(doing.at().plus(LONGEST_PROMISE));
        if (!possible || !doing.calendar().isWorkingInstant(promised)) {
            Instant from = possible ? promised : doing.at();
            throw new UnfitBody(
                    "PROMISED", "/promised", LegalTime.onPaper(doing.calendar().nextWorkingInstant(from)));
        }
        doing.details().put("promised", promised);
    }

    void extend(Doing doing) {
        doing.details().put("newDue", doing.body(OfferedBody.Extend.class).newDue());
    }
}
