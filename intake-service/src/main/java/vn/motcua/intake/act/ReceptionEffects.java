package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.code.DossierCodes;
import vn.motcua.intake.deadline.HandOverTime;
import vn.motcua.intake.deadline.Limit;
import vn.motcua.intake.deadline.WorkCalendar;
import vn.motcua.intake.dossier.Acknowledgement;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.payment.Payments;
import vn.motcua.intake.people.Part;
import vn.motcua.intake.people.People;
import vn.motcua.intake.people.PersonInput;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Effects of the acts at the desk: filing, receipt, handing on, correcting. */
@ApplicationScoped
class ReceptionEffects {

    private final Catalogue catalogue;
    private final DossierCodes codes;
    private final People people;
    private final Payments payments;
    private final VersionInForce versions;

    ReceptionEffects(
            Catalogue catalogue, DossierCodes codes, People people, Payments payments, VersionInForce versions) {
        this.catalogue = catalogue;
        this.codes = codes;
        this.people = people;
        this.payments = payments;
        this.versions = versions;
    }

    void submit(Doing doing) {
        Dossier dossier = doing.dossier();
        ActionRequest.Submit body = doing.body(ActionRequest.Submit.class);
        boolean assisted = dossier.channel() == Channel.ONLINE && doing.deed().actor() == Actor.RECEPTION;
        requireAssistance(assisted, body.assistance());
        WorkCalendar desk = catalogue.calendarFor(dossier.units().receiving());
        Instant handOverAt = handedOver(dossier, body.handOverAt(), HandOverTime.at(doing.at(), desk));
        Instant filed = handOverAt == null ? doing.at() : handOverAt;
        versions.require(dossier, LegalTime.date(filed), LegalTime.date(doing.at()));
        Instant acknowledgeBy = Acknowledgement.by(dossier.channel(), filed, desk);
        dossier.submitted(acknowledgeBy, handOverAt, assisted);
        doing.details().put("acknowledgeBy", acknowledgeBy);
        if (body.assistance() != null) {
            doing.details().put("readBack", body.assistance().readBack());
        }
    }

    /** Whoever files with an officer's help agrees to what was typed; nobody else is asked. */
    private static void requireAssistance(boolean assisted, ActionRequest.Assistance assistance) {
        if (assisted == (assistance == null)) {
            throw new UnfitBody("ASSISTANCE", "/assistance", assisted ? "missing" : "null");
        }
        if (assistance != null && !assistance.consent()) {
            throw new UnfitBody("CONSENT", "/assistance/consent", "true");
        }
    }

    /** The time of the hand-over record: as kept in this service, else as the officer reads it on paper. */
    private static Instant handedOver(Dossier dossier, Instant entered, HandOverTime may) {
        Instant recorded = dossier.clock().handOverAt();
        if (dossier.channel() != Channel.POST || recorded != null) {
            if (entered != null) {
                throw new UnfitBody("HAND_OVER_AT", "/handOverAt", recorded == null ? "POST" : "null");
            }
            return recorded;
        }
        if (!may.fits(entered)) {
            throw new UnfitBody("HAND_OVER_AT", "/handOverAt", may.toString());
        }
        return entered;
    }

    void receive(Doing doing) {
        Dossier dossier = doing.dossier();
        LocalDate today = LegalTime.date(doing.at());
        versions.require(dossier, today, today);
        ActionRequest.AgreedLimit agreed =
                doing.body(ActionRequest.Receive.class).agreedLimit();
        if (agreed != null) {
            agree(dossier, agreed);
        }
        String agencyCode = catalogue
                .unit(dossier.units().competent())
                .flatMap(unit -> unit.agencyCodeOn(today))
                .orElseThrow(() -> new ProblemException(
                        IntakeProblem.AGENCY_CODE_MISSING, dossier.units().competent()));
        boolean atOnce =
                dossier.channel() == Channel.ONLINE || dossier.clock().limit().isSameDay();
        Instant transferAt = atOnce
                ? doing.at()
                : catalogue.calendarFor(dossier.units().receiving()).endOfReceiptDay(doing.at());
        dossier.received(codes.next(agencyCode, today), transferAt);
        doing.details().put("code", dossier.code());
    }

    private static void agree(Dossier dossier, ActionRequest.AgreedLimit agreed) {
        if (dossier.clock().limit() != null) {
            throw new UnfitBody("LIMIT_ESTABLISHED", "/agreedLimit", "null");
        }
        try {
            dossier.agreed(new Limit(agreed.amount(), agreed.unit(), agreed.cutOff()), agreed.reason());
        } catch (IllegalArgumentException e) {
            throw new UnfitBody("LIMIT", "/agreedLimit/amount", "1..4000");
        }
    }

    void transfer(Doing doing) {
        doing.dossier().transferredAt(doing.at());
    }

    void correct(Doing doing) {
        Dossier dossier = doing.dossier();
        ActionRequest.Correct body = doing.body(ActionRequest.Correct.class);
        if (body.returningUnit() != null && catalogue.unit(body.returningUnit()).isEmpty()) {
            throw new UnfitBody("UNIT_UNKNOWN", "/returningUnit", body.returningUnit());
        }
        Map<Part, PersonInput> corrected = people(body);
        var quantities = body.quantities();
        dossier.corrected(
                body.returningUnit(),
                body.returnMode() == null ? null : body.returnMode().name(),
                body.language() == null ? null : body.language().name());
        people.correct(dossier.id(), corrected);
        if (quantities != null) {
            recount(dossier, quantities);
            requote(dossier);
        }
        doing.details().put("people", corrected.keySet());
        if (quantities != null) {
            doing.details()
                    .put(
                            "quantities",
                            Map.of(
                                    "pages",
                                    quantities.pages(),
                                    "copies",
                                    quantities.copies(),
                                    "originals",
                                    quantities.named().size()));
        }
        doing.details().put("returningUnit", body.returningUnit());
    }

    private static void recount(Dossier dossier, OpenRequest.Quantities asked) {
        try {
            dossier.matter().quantities().recount(asked.pages(), asked.copies(), asked.named(), dossier.revision() + 1);
        } catch (IllegalArgumentException e) {
            throw new UnfitBody("ORIGINALS", "/quantities/originals", e.getMessage());
        }
    }

    private void requote(Dossier dossier) {
        Procedure procedure = catalogue
                .procedure(dossier.matter().procedureCode(), dossier.matter().procedureVersion())
                .orElseThrow();
        try {
            payments.requote(dossier, procedure);
        } catch (IllegalArgumentException e) {
            throw new UnfitBody("QUANTITIES", "/quantities", e.getMessage());
        }
    }

    private static Map<Part, PersonInput> people(ActionRequest.Correct body) {
        Map<Part, PersonInput> people = new EnumMap<>(Part.class);
        put(people, Part.OWNER, body.owner());
        put(people, Part.SUBMITTER, body.submitter());
        put(people, Part.HELPER, body.helper());
        put(people, Part.CONTACT, body.contact());
        return people;
    }

    static void put(Map<Part, PersonInput> people, Part part, PersonInput person) {
        if (person != null) {
            people.put(part, person);
        }
    }
}
