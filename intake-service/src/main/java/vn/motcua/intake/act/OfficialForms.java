package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Form;
import vn.motcua.intake.dossier.Original;
import vn.motcua.intake.form.FormContent;
import vn.motcua.intake.form.FormKind;
import vn.motcua.intake.form.Forms;
import vn.motcua.intake.paper.Paper;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.paper.SupplementItem;
import vn.motcua.intake.paper.Supplements;
import vn.motcua.intake.payment.Payment;
import vn.motcua.intake.payment.Payments;
import vn.motcua.intake.people.Part;
import vn.motcua.intake.people.People;
import vn.motcua.intake.people.PersonView;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has the form issued that a row of the table names. Control slip and register are drawn from the history, not issued. */
@ApplicationScoped
class OfficialForms {
    private static final Map<Form, FormKind> ISSUED = new EnumMap<>(Map.of(
            Form.RECEIPT, FormKind.RECEIPT,
            Form.SUPPLEMENT_REQUEST, FormKind.SUPPLEMENT_REQUEST,
            Form.REFUSAL, FormKind.REFUSAL,
            Form.APOLOGY, FormKind.APOLOGY,
            Form.STOP_NOTICE, FormKind.STOP_NOTICE));

    private final Forms forms;
    private final Catalogue catalogue;
    private final People people;
    private final Papers papers;
    private final Supplements supplements;
    private final Payments payments;

    OfficialForms(
            Forms forms,
            Catalogue catalogue,
            People people,
            Papers papers,
            Supplements supplements,
            Payments payments) {
        this.forms = forms;
        this.catalogue = catalogue;
        this.people = people;
        this.papers = papers;
        this.supplements = supplements;
        this.payments = payments;
    }

    /** Reads what the form will say before the act takes a number that others of the unit wait for. */
    void gather(Form form, Dossier dossier) {
        if (ISSUED.containsKey(form)) {
            people.whole(dossier.id());
            papers.of(dossier.id());
            payments.of(dossier.id());
        }
    }

    /** In the act's own transaction, when clock and stage have moved. */
    void issue(Form form, Doing doing) {
        FormKind kind = ISSUED.get(form);
        if (kind != null) {
            forms.issue(kind, content(kind, doing));
        }
    }

    private FormContent content(FormKind kind, Doing doing) {
        Dossier dossier = doing.dossier();
        Map<Part, PersonView> whole = people.whole(dossier.id());
        var by = doing.deed().by();
        Body body = doing.deed().body();
        return new FormContent(
                about(dossier),
                party(whole.get(Part.OWNER)),
                party(whole.get(Part.SUBMITTER)),
                items(kind, dossier),
                kind == FormKind.RECEIPT || kind == FormKind.APOLOGY ? term(kind, dossier) : null,
                kind == FormKind.RECEIPT ? money(dossier) : null,
                body.reasonCode() == null && body.reason() == null
                        ? null
                        : new FormContent.Reason(body.reasonCode(), body.reason()),
                further(body, dossier),
                new FormContent.Signer(by.subject(), by.name(), by.title()),
                doing.at());
    }

    private static FormContent.Further further(Body body, Dossier dossier) {
        int requests = dossier.waiting().supplements();
        return requests < 2 || !(body instanceof SupplementGround asked)
                ? null
                : new FormContent.Further(
                        requests,
                        asked.groundCode(),
                        asked instanceof ActionRequest.AskSupplement written ? written.ground() : null);
    }

    private static FormContent.About about(Dossier dossier) {
        var matter = dossier.matter();
        return new FormContent.About(
                dossier.id(),
                dossier.reference(),
                dossier.code(),
                matter.procedureCode(),
                matter.procedureVersion(),
                dossier.units().receiving(),
                dossier.units().returning(),
                matter.returnMode(),
                matter.language());
    }

    private static FormContent.Party party(PersonView person) {
        return person == null
                ? null
                : new FormContent.Party(
                        person.name(), person.identifier(), person.address(), person.phone(), person.email());
    }

    private List<FormContent.Item> items(FormKind kind, Dossier dossier) {
        Map<String, Procedure.Component> names = catalogue
                .procedure(dossier.matter().procedureCode(), dossier.matter().procedureVersion())
                .map(Procedure::components)
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(Procedure.Component::id, Function.identity()));
        return switch (kind) {
            case RECEIPT ->
                papers.of(dossier.id()).stream()
                        .filter(paper -> paper.quantity() > 0 || paper.state() == Paper.State.ATTACHED)
                        .flatMap(paper -> items(dossier, paper, names.get(paper.component())))
                        .toList();
            case SUPPLEMENT_REQUEST ->
                supplements.of(dossier).stream()
                        .map(item -> item(item, names.get(item.component())))
                        .toList();
            default -> List.of();
        };
    }

    /** Of a procedure with one paper, the original, each original is a line of its own. */
    private static Stream<FormContent.Item> items(Dossier dossier, Paper paper, Procedure.Component component) {
        List<Original> originals = dossier.matter().quantities().named();
        return originals.isEmpty()
                ? Stream.of(item(paper, component))
                : originals.stream()
                        .map(each -> new FormContent.Item(
                                paper.component(),
                                each.kind(),
                                paper.presentedAs() == null
                                        ? null
                                        : paper.presentedAs().name(),
                                1,
                                null,
                                new FormContent.Copied(each.pages(), each.copies())));
    }

    private static FormContent.Item item(Paper paper, Procedure.Component component) {
        String as = paper.presentedAs() == null ? null : paper.presentedAs().name();
        return new FormContent.Item(
                paper.component(), name(paper.component(), component), as, Math.max(1, paper.quantity()), null, null);
    }

    private static FormContent.Item item(SupplementItem item, Procedure.Component component) {
        String why = item.note() == null ? item.reasonCode() : item.note();
        return new FormContent.Item(item.component(), name(item.component(), component), null, 1, why, null);
    }

    private static String name(String id, Procedure.Component component) {
        return component == null ? id : component.name();
    }

    /** An apology names the date it promises; the due date of the law is no date to be hoped for any more. */
    private static FormContent.Term term(FormKind kind, Dossier dossier) {
        var clock = dossier.clock();
        if (kind == FormKind.APOLOGY && clock.promised() != null) {
            return new FormContent.Term(
                    clock.limit(), clock.receivedAt(), clock.promised(), clock.originalDue(), false);
        }
        return new FormContent.Term(
                clock.limit(), clock.receivedAt(), clock.due(), clock.originalDue(), clock.provisional());
    }

    private FormContent.Money money(Dossier dossier) {
        long total = payments.of(dossier.id()).stream()
                .filter(payment -> payment.state() != Payment.State.VOID)
                .mapToLong(Payment::amountVnd)
                .sum();
        return new FormContent.Money(dossier.charges().known() ? total : null, !dossier.feesOpen());
    }
}
