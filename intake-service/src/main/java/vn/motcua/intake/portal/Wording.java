package vn.motcua.intake.portal;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.act.OpenRequest;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Centres;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.catalogue.DueAt;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.catalogue.Unit;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.paper.Origin;
import vn.motcua.intake.paper.Paper;
import vn.motcua.intake.payment.Payment;
import vn.motcua.intake.people.PersonView;
import vn.motcua.intake.person.Phone;
import vn.motcua.intake.register.DossierView;
import vn.motcua.intake.register.PaperView;
import vn.motcua.intake.register.PaymentView;
import vn.motcua.intake.wording.Words;
import vn.motcua.platform.clock.LegalTime;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts what the use cases know into the words of the pages. */
@ApplicationScoped
class Wording {
    private final Catalogue catalogue;
    private final Centres centres;
    private final IntakeConfig config;
    private final Clock clock;

    Wording(Catalogue catalogue, Centres centres, IntakeConfig config, Clock clock) {
        this.catalogue = catalogue;
        this.centres = centres;
        this.config = config;
        this.clock = clock;
    }

    // procedures

    String procedure(String code, int version, String lang) {
        return catalogue.procedure(code, version).map(p -> p.name().in(lang)).orElse(code);
    }

    Procedure procedure(Filing.Own own) {
        return catalogue
                .procedure(own.view().procedureCode(), own.view().procedureVersion())
                .orElseThrow();
    }

    PortalTemplates.Matter matter(Procedure procedure, String lang) {
        return new PortalTemplates.Matter(procedure.code(), procedure.name().in(lang));
    }

    /** The case with this number of the list; null, which means all papers, for anything else. */
    static String caseName(Procedure procedure, String chosen) {
        List<String> cases = procedure.cases();
        boolean one = chosen != null && chosen.matches("\\d{1,3}") && Integer.parseInt(chosen) < cases.size();
        return one ? cases.get(Integer.parseInt(chosen)) : null;
    }

    /** Whether a fee of filing online counts pages or copies, so that they must be asked. */
    static boolean counted(Procedure procedure) {
        return procedure.fees().stream()
                .filter(fee -> fee.channel() == null || fee.channel() == Channel.ONLINE)
                .anyMatch(fee -> fee.rule() == Procedure.FeeRule.TIERED_PER_PAGE || "copy".equals(fee.per()));
    }

    // choices

    String ownCentre() {
        return config.portal().unit();
    }

    List<PortalTemplates.Choice> centres() {
        return centres.around(ownCentre(), LegalTime.date(clock.instant())).stream()
                .map(unit -> new PortalTemplates.Choice(unit.id(), unit.name()))
                .toList();
    }

    List<PortalTemplates.Choice> ways(String lang) {
        List<PortalTemplates.Choice> ways = new ArrayList<>();
        for (OpenRequest.ReturnMode mode : OpenRequest.ReturnMode.values()) {
            ways.add(new PortalTemplates.Choice(mode.name(), way(mode.name(), lang)));
        }
        return ways;
    }

    private static String way(String mode, String lang) {
        PortalTexts texts = PortalAnswer.texts(lang);
        return switch (mode) {
            case "ELECTRONIC" -> texts.way_electronic();
            case "POST" -> texts.way_post();
            default -> texts.way_counter();
        };
    }

    private String unit(String id) {
        return catalogue.unit(id).map(Unit::name).orElse(id);
    }

    // papers

    PortalTemplates.PaperList papers(Filing.Own own, String lang) {
        List<PortalTemplates.PaperLine> lines = own.view().papers().stream()
                .map(paper -> line(paper, own, lang))
                .toList();
        return new PortalTemplates.PaperList(
                lines, lines.stream().filter(PortalTemplates.PaperLine::ready).count());
    }

    private static PortalTemplates.PaperLine line(PaperView paper, Filing.Own own, String lang) {
        PortalTexts texts = PortalAnswer.texts(lang);
        boolean asked = paper.asked() != null && paper.asked().open();
        boolean byOfficer = paper.held()
                || paper.state() == Paper.State.PRESENTED
                || paper.state() == Paper.State.NOT_APPLICABLE
                || paper.origin() != null && paper.origin().checkedBy() == Origin.Checker.OFFICER;
        boolean changeable = own.takes().paper(asked) && (asked || !byOfficer);
        String state =
                switch (paper.state()) {
                    case MISSING -> texts.paper_missing();
                    case ATTACHED -> paper.open() ? texts.paper_again() : texts.paper_attached();
                    case PRESENTED -> paper.open() ? texts.paper_again() : texts.paper_presented();
                    case TAKEN_FROM_DATA -> paper.open() ? texts.paper_again() : texts.paper_from_data();
                    case REUSED -> paper.open() ? texts.paper_again() : texts.paper_reused();
                    case NOT_APPLICABLE -> texts.paper_not_applicable();
                };
        boolean byPerson = !byOfficer && paper.presentedAs() == Paper.PresentedAs.DIGITAL;
        return new PortalTemplates.PaperLine(
                paper.component(),
                paper.name() == null ? paper.component() : paper.name(),
                state,
                !paper.open(),
                changeable,
                byPerson,
                byOfficer && (paper.held() || paper.state() == Paper.State.PRESENTED),
                paper.file() == null ? null : fileName(paper, texts),
                paper.file() != null && paper.file().drawable(),
                source(paper),
                paper.replacedBy(),
                asked ? Words.reason(paper.asked().reasonCode(), lang) : null,
                asked ? paper.asked().note() : null,
                paper.etag(),
                null);
    }

    private static String source(PaperView paper) {
        String data = paper.origin() == null ? null : paper.origin().dataSource();
        return data == null ? paper.reason() : data;
    }

    private static String fileName(PaperView paper, PortalTexts texts) {
        long kilobytes = Math.max(1, paper.file().size() / 1024);
        String name =
                paper.file().name() == null ? paper.component() : paper.file().name();
        String pages =
                paper.file().pages() == null ? "" : texts.pages_of(paper.file().pages()) + ", ";
        return name + " (" + pages + kilobytes + " KB)";
    }

    long megabytes() {
        return config.maxFileBytes() / (1024 * 1024);
    }

    // acts

    List<PortalTemplates.Act> acts(Filing.Own own, String lang) {
        return own.view().allowedActions().stream()
                .filter(action -> action != Action.CORRECT)
                .map(action -> act(action, lang))
                .toList();
    }

    PortalTemplates.Act act(Action action, String lang) {
        ActTexts texts = PortalAnswer.acts(lang);
        return switch (action) {
            case SUBMIT -> new PortalTemplates.Act(action.name(), texts.act_submit(), texts.says_submit());
            case SUPPLY -> new PortalTemplates.Act(action.name(), texts.act_supply(), texts.says_supply());
            case ABANDON -> new PortalTemplates.Act(action.name(), texts.act_abandon(), texts.says_abandon());
            case ASK_WITHDRAWAL -> new PortalTemplates.Act(action.name(), texts.act_withdraw(), texts.says_withdraw());
            case CANCEL -> new PortalTemplates.Act(action.name(), texts.act_cancel(), texts.says_cancel());
            default -> new PortalTemplates.Act(action.name(), action.label(), "");
        };
    }

    /** What was just done, by the word in the address; null for none. */
    String done(String word, String lang) {
        if (word == null) {
            return null;
        }
        ActTexts texts = PortalAnswer.acts(lang);
        return switch (word) {
            case "SUBMIT" -> texts.done_submit();
            case "SUPPLY" -> texts.done_supply();
            case "ABANDON" -> texts.done_abandon();
            case "ASK_WITHDRAWAL" -> texts.done_withdraw();
            case "CANCEL" -> texts.done_cancel();
            case "moi" -> texts.done_newest();
            case "phien-ban" -> texts.done_version();
            default -> null;
        };
    }

    // the whole

    PortalTemplates.Summary summary(Filing.Own own, String lang) {
        DossierView view = own.view();
        return new PortalTemplates.Summary(
                matter(procedure(own), lang),
                view.caseName(),
                unit(view.receivingUnit()),
                facts(view, lang),
                papers(own, lang),
                view.payments().stream()
                        .filter(payment -> payment.state() != Payment.State.VOID)
                        .map(payment -> fee(payment, lang))
                        .toList(),
                feesSay(view, lang),
                own.may(Action.CORRECT),
                own.may(Action.ABANDON),
                keptUntil(own, lang));
    }

    private static List<PortalTemplates.Fact> facts(DossierView view, String lang) {
        PortalTexts texts = PortalAnswer.texts(lang);
        PersonView owner = view.people().owner();
        PersonView submitter = view.people().submitter();
        List<PortalTemplates.Fact> facts = new ArrayList<>();
        add(facts, texts.name(), owner.name());
        add(facts, texts.identifier(), owner.identifier());
        add(facts, texts.address(), owner.address());
        add(facts, texts.phone(), owner.phone() == null ? null : owner.phone() + phoneOwner(owner.phoneOwner(), texts));
        add(facts, texts.email(), owner.email());
        if (submitter != null) {
            String paper = submitter.authorisation();
            add(facts, texts.submitter(), submitter.name() + (paper == null ? "" : " (" + paper + ")"));
        }
        if (view.quantities().copies() > 0) {
            add(
                    facts,
                    texts.quantities(),
                    texts.quantities_are(
                            view.quantities().pages(), view.quantities().copies()));
        }
        add(facts, texts.way(), way(view.returnMode(), lang));
        return facts;
    }

    private static String phoneOwner(String owner, PortalTexts texts) {
        return owner == null || owner.equals(Phone.Owner.SELF.name()) ? "" : " (" + texts.phone_of_relative() + ")";
    }

    private static void add(List<PortalTemplates.Fact> facts, String label, String value) {
        if (value != null) {
            facts.add(new PortalTemplates.Fact(label, value));
        }
    }

    private static PortalTemplates.FeeLine fee(PaymentView payment, String lang) {
        PortalTexts texts = PortalAnswer.texts(lang);
        String kind =
                switch (payment.kind()) {
                    case FEE -> texts.fee();
                    case CHARGE -> texts.charge();
                    case DUTY -> texts.duty();
                };
        String amount = texts.amount(
                NumberFormat.getIntegerInstance(Locale.forLanguageTag(lang)).format(payment.amountVnd()));
        String due = payment.paidAt() != null
                ? texts.fee_paid()
                : payment.dueAt() == DueAt.FILING ? texts.fee_at_filing() : texts.fee_at_return();
        return new PortalTemplates.FeeLine(kind, amount, due);
    }

    private static String feesSay(DossierView view, String lang) {
        PortalTexts texts = PortalAnswer.texts(lang);
        if (!view.fees().known()) {
            return texts.fee_unknown();
        }
        return view.payments().isEmpty() ? texts.fee_free() : null;
    }

    /** Until when a draft is kept; null for what is no draft. */
    String keptUntil(Filing.Own own, String lang) {
        return own.draft() ? PortalAnswer.texts(lang).kept_until(LegalTime.day(own.idleAt())) : null;
    }

    String trackingAddress(Filing.Own own) {
        return config.publicUrl() + "/ho-so?ma=" + own.view().reference();
    }
}
