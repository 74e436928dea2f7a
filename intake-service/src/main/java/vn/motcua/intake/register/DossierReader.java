package vn.motcua.intake.register;

import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.dossier.Original;
import vn.motcua.intake.dossier.StepTable;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.paper.SentAlong;
import vn.motcua.intake.payment.Payments;
import vn.motcua.intake.people.DossierPerson;
import vn.motcua.intake.people.Part;
import vn.motcua.intake.people.People;
import vn.motcua.intake.people.PersonView;
import vn.motcua.intake.person.Masking;
import vn.motcua.intake.person.PersonField;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.intake.virus.Scan;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads one dossier for its caller, in three queries: dossier with its people, papers with what is asked of them, payments. That an
 * officer looked is noted with the first look.
 */
@RequestScoped
public class DossierReader {
    private final Access access;
    private final Dossiers dossiers;
    private final People people;
    private final Papers papers;
    private final Payments payments;
    private final Catalogue catalogue;
    private final FileStore files;
    private final Readings readings;
    private final Clock clock;

    DossierReader(
            Access access,
            Dossiers dossiers,
            People people,
            Papers papers,
            Payments payments,
            Catalogue catalogue,
            FileStore files,
            Readings readings,
            Clock clock) {
        this.access = access;
        this.dossiers = dossiers;
        this.people = people;
        this.papers = papers;
        this.payments = payments;
        this.catalogue = catalogue;
        this.files = files;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * A dossier the caller may see.
     *
     * @throws ProblemException 404 where there is none for this caller
     */
    public Dossier seen(UUID id) {
        Dossier dossier = dossiers.findByIdOptional(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        access.requireSeen(dossier);
        return dossier;
    }

    /** The same under its row lock, for a change. */
    public Dossier locked(UUID id) {
        Dossier dossier = dossiers.lock(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        access.requireSeen(dossier);
        return dossier;
    }

    /**
     * A dossier with all a screen shows of it.
     *
     * @throws ProblemException 404 where there is none for this caller
     */
    public DossierView view(UUID id) {
        List<Object[]> rows = dossiers.getEntityManager()
                .createQuery(
                        "select d, p from Dossier d left join DossierPerson p on p.dossierId = d.id where d.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getResultList();
        if (rows.isEmpty()) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        Dossier dossier = (Dossier) rows.get(0)[0];
        access.requireSeen(dossier);
        readings.note(Reading.DOSSIER, id);
        List<DossierPerson> persons = rows.stream()
                .map(row -> (DossierPerson) row[1])
                .filter(Objects::nonNull)
                .toList();
        return view(dossier, people.seenBy(persons, access.roles()), null);
    }

    /** The same of a dossier just written: who acts reads it too. */
    public DossierView view(Dossier dossier) {
        readings.note(Reading.DOSSIER, dossier.id());
        return view(dossier, people.seenBy(dossier.id(), access.roles()), null);
    }

    /** The same of a dossier just opened, with the PIN that is shown once: no more of people than its opener typed. */
    public DossierView opened(Dossier dossier, String pin) {
        return view(dossier, people.seenBy(dossier.id(), access.roles()), pin);
    }

    private DossierView view(Dossier dossier, Map<Part, PersonView> seen, String pin) {
        var matter = dossier.matter();
        var units = dossier.units();
        Procedure procedure = catalogue
                .procedure(matter.procedureCode(), matter.procedureVersion())
                .orElse(null);
        return new DossierView(
                dossier.id(),
                dossier.reference(),
                dossier.code(),
                dossier.revision(),
                dossier.trail().sequence(),
                dossier.stage(),
                dossier.stage().label(),
                dossier.step(),
                dossier.stage().national(),
                dossier.stageSince(),
                dossier.channel(),
                dossier.opened().assisted(),
                matter.returnMode(),
                matter.language(),
                units.receiving(),
                units.competent(),
                units.returning(),
                dossier.reported().department(),
                matter.procedureCode(),
                matter.procedureVersion(),
                inForce(dossier),
                procedure == null ? null : procedure.name().in(matter.language()),
                matter.caseName(),
                DossierView.Quantities.of(matter.quantities()),
                originals(dossier, procedure),
                people(seen),
                papers(dossier, procedure),
                sentAlong(dossier),
                payments.of(dossier.id()).stream().map(PaymentView::of).toList(),
                fees(dossier),
                DossierView.ClockView.of(dossier.clock()),
                DossierView.SupplementView.of(dossier),
                dossier.withdrawal().answer(),
                DossierView.DecisionView.of(dossier),
                DossierView.ChargeView.of(dossier),
                dossier.originalsHeld(),
                dossier.reported().caseState(),
                dossier.reported().returnState(),
                dossier.opened().at(),
                StepTable.allowed(dossier, access.actors(dossier), clock.instant()),
                pin);
    }

    private DossierView.VersionView inForce(Dossier dossier) {
        if (!dossier.draft() || !dossier.inPreparation()) {
            return null;
        }
        return catalogue
                .procedureOn(dossier.matter().procedureCode(), LegalTime.date(clock.instant()))
                .filter(now -> now.version() != dossier.matter().procedureVersion())
                .map(now -> new DossierView.VersionView(now.version(), now.effectiveFrom()))
                .orElse(null);
    }

    private static DossierView.FeesView fees(Dossier dossier) {
        var charges = dossier.charges();
        return new DossierView.FeesView(charges.known(), charges.openVnd(), charges.filingOpenVnd());
    }

    private static DossierView.PeopleView people(Map<Part, PersonView> seen) {
        return new DossierView.PeopleView(
                seen.get(Part.OWNER),
                seen.get(Part.SUBMITTER),
                seen.get(Part.HELPER),
                seen.get(Part.COLLECTOR),
                seen.get(Part.CONTACT));
    }

    /** Only where a scan was taken unscanned is the scanner's later word looked up. */
    private List<OriginalView> originals(Dossier dossier, Procedure procedure) {
        if (procedure == null || !procedure.countsOriginals()) {
            return List.of();
        }
        List<Original> originals = dossier.matter().quantities().all();
        boolean waited = originals.stream()
                .anyMatch(each -> each.scan() != null && each.scan().virus() == Scan.WAITING);
        Map<String, Scan> scanned = waited ? files.scans(dossier.id()) : Map.of();
        return originals.stream().map(each -> OriginalView.of(each, scanned)).toList();
    }

    private List<PaperView> papers(Dossier dossier, Procedure procedure) {
        return papers.withAsked(dossier.id()).stream()
                .map(each ->
                        PaperView.of(each, component(procedure, each.paper().component())))
                .toList();
    }

    private List<SentAlong> sentAlong(Dossier dossier) {
        boolean whole = Masking.seesAll(access.roles());
        return papers.sentAlong(dossier).stream()
                .map(each -> whole
                        ? each
                        : new SentAlong(
                                each.id(),
                                Masking.mask(each.name(), PersonField.ADDRESS),
                                each.as(),
                                each.pieces(),
                                each.held()))
                .toList();
    }

    private static Procedure.Component component(Procedure procedure, String component) {
        return procedure == null ? null : procedure.component(component).orElse(null);
    }
}
