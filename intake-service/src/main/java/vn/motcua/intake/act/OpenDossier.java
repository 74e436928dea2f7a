package vn.motcua.intake.act;

import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.catalogue.Unit;
import vn.motcua.intake.dossier.Action;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.dossier.Matter;
import vn.motcua.intake.dossier.Opening;
import vn.motcua.intake.dossier.Quantities;
import vn.motcua.intake.dossier.Units;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.payment.Payments;
import vn.motcua.intake.people.Part;
import vn.motcua.intake.people.People;
import vn.motcua.intake.people.PersonInput;
import vn.motcua.intake.register.DossierReader;
import vn.motcua.intake.register.DossierView;
import vn.motcua.intake.tracking.Pin;
import vn.motcua.intake.tracking.Pins;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens a dossier: reference and PIN, the version's papers and fees, the people. */
@RequestScoped
public class OpenDossier {
    /** Crockford's base32: no letters that are mistaken for digits. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final ActionRequest.Submit FILED = new ActionRequest.Submit(null, null);
    private static final int REFERENCE_LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Access access;
    private final Catalogue catalogue;
    private final Dossiers dossiers;
    private final People people;
    private final Papers papers;
    private final Payments payments;
    private final Pins pins;
    private final Acts acts;
    private final DossierReader reader;
    private final Clock clock;

    OpenDossier(
            Access access,
            Catalogue catalogue,
            Dossiers dossiers,
            People people,
            Papers papers,
            Payments payments,
            Pins pins,
            Acts acts,
            DossierReader reader,
            Clock clock) {
        this.access = access;
        this.catalogue = catalogue;
        this.dossiers = dossiers;
        this.people = people;
        this.papers = papers;
        this.payments = payments;
        this.pins = pins;
        this.acts = acts;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Opens a dossier in the caller's transaction; the view carries its PIN, which nobody sees again.
     *
     * @throws ProblemException 400 where the request does not fit the catalogue, 403 where the caller opens no such dossier
     */
    public DossierView open(OpenRequest request) {
        return open(request, null);
    }

    /**
     * What came by post, as its hand-over record says.
     *
     * @param handedOverAt when the record was signed
     * @param number of the record, for the history
     * @param item of the record, counted from 1
     * @param papers what was found of each paper
     */
    public record FromPost(Instant handedOverAt, String number, int item, List<Papers.Brought> papers) {}

    /**
     * The same of a dossier that a hand-over record of the post brought: under the version in force when the record was signed, its papers
     * are what was found, and it is filed at once, since by law it was with the record (Decision 45/2016/QĐ-TTg Art. 7(4)).
     *
     * @param post null for a dossier of another way
     */
    public DossierView open(OpenRequest request, FromPost post) {
        Actor actor = access.opener(request.channel(), request.receivingUnit());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LegalTime.date(at);
        LocalDate filed = post == null ? today : LegalTime.date(post.handedOverAt());
        Procedure procedure = catalogue
                .procedureOn(request.procedureCode(), filed)
                .orElseThrow(() -> unfit("/procedureCode", request.procedureCode()));
        if (request.channel() == Channel.POST) {
            ByPost.require(procedure, "/procedureCode");
        }
        requireCase(procedure, request.caseName());
        requireUnits(request, today);
        Pin pin = pins.newPin();
        boolean assisted = actor == Actor.RECEPTION && request.channel() == Channel.ONLINE;
        Dossier dossier = new Dossier(opening(request, procedure, pin, assisted), at);
        dossiers.persist(dossier);
        people.enter(dossier.id(), people(request));
        papers.layOut(dossier, procedure, access.subject(), at);
        try {
            payments.quote(dossier, procedure);
        } catch (IllegalArgumentException e) {
            throw unfit("/quantities", e.getMessage());
        }
        if (post != null) {
            dossier.clock().handedOver(post.handedOverAt());
            papers.bring(dossier, procedure, post.papers(), access.subject(), at);
        }
        acts.open(
                dossier,
                Deed.of(Action.OPEN, actor, access.signature(actor), Body.NONE),
                post == null ? Map.of() : Map.of("handOverRecord", post.number(), "item", post.item()));
        if (post != null) {
            dossiers.flush();
            acts.apply(dossier, Deed.of(Action.SUBMIT, actor, access.signature(actor), FILED));
        }
        return reader.opened(dossier, pin.plain());
    }

    private Opening opening(OpenRequest request, Procedure procedure, Pin pin, boolean assisted) {
        var quantities = request.quantities();
        Matter matter = new Matter(
                procedure.code(),
                procedure.version(),
                request.caseName(),
                request.channel(),
                request.returnMode().name(),
                request.language().name(),
                counted(quantities));
        return new Opening(
                UUID.randomUUID(),
                reference(),
                new Units(request.receivingUnit(), request.competentUnit(), request.returningUnit()),
                matter,
                procedure.limitFor(request.channel()).orElse(null),
                access.subject(),
                pin.hash(),
                assisted);
    }

    private static Quantities counted(OpenRequest.Quantities asked) {
        try {
            return asked == null
                    ? new Quantities(0, 0, List.of())
                    : new Quantities(asked.pages(), asked.copies(), asked.named());
        } catch (IllegalArgumentException e) {
            throw unfit("/quantities/originals", e.getMessage());
        }
    }

    private static String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            reference.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }

    private static void requireCase(Procedure procedure, String caseName) {
        if (caseName != null
                && procedure.components().stream().noneMatch(component -> caseName.equals(component.caseName()))) {
            throw unfit("/caseName", caseName);
        }
    }

    /** The three units exist, and lie in one province (Decree 118/2025 Art. 14). */
    private void requireUnits(OpenRequest request, LocalDate today) {
        Unit receiving = unit("/receivingUnit", request.receivingUnit(), today);
        Unit competent = unit("/competentUnit", request.competentUnit(), today);
        Unit returning = unit("/returningUnit", request.returningUnit(), today);
        requireProvince("/competentUnit", receiving, competent);
        requireProvince("/returningUnit", receiving, returning);
    }

    private Unit unit(String pointer, String id, LocalDate today) {
        return catalogue.unit(id).filter(unit -> unit.inForce(today)).orElseThrow(() -> unfit(pointer, id));
    }

    private static void requireProvince(String pointer, Unit receiving, Unit other) {
        if (!other.provinceCode().equals(receiving.provinceCode())) {
            throw unfit(pointer, receiving.provinceName());
        }
    }

    private static Map<Part, PersonInput> people(OpenRequest request) {
        Map<Part, PersonInput> people = new EnumMap<>(Part.class);
        ReceptionEffects.put(people, Part.OWNER, request.owner());
        ReceptionEffects.put(people, Part.SUBMITTER, request.submitter());
        ReceptionEffects.put(people, Part.HELPER, request.helper());
        ReceptionEffects.put(people, Part.CONTACT, request.contact());
        return people;
    }

    private static ProblemException unfit(String pointer, String message) {
        return new ProblemException(Problems.VALIDATION).violation(pointer, message);
    }
}
