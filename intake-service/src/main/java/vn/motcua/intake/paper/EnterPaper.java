package vn.motcua.intake.paper;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Enters what is brought of one paper, while the dossier takes papers. */
@RequestScoped
public class EnterPaper {
    /** What people may say of their own papers. */
    private static final Set<PaperRequest.Entered> CLAIMED =
            EnumSet.of(PaperRequest.Entered.REUSED, PaperRequest.Entered.TAKEN_FROM_DATA, PaperRequest.Entered.MISSING);

    private final Dossiers dossiers;
    private final Papers papers;
    private final Access access;
    private final Catalogue catalogue;
    private final FileStore files;
    private final Readings readings;
    private final DossierFiles held;
    private final Clock clock;

    EnterPaper(
            Dossiers dossiers,
            Papers papers,
            Access access,
            Catalogue catalogue,
            FileStore files,
            Readings readings,
            DossierFiles held,
            Clock clock) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.access = access;
        this.catalogue = catalogue;
        this.files = files;
        this.readings = readings;
        this.held = held;
        this.clock = clock;
    }

    /**
     * A paper after a change.
     *
     * @param name as the published list has it, or null
     * @param dossierRevision of the dossier, which moved with it
     */
    public record Entered(Paper paper, String name, long dossierRevision) {}

    /**
     * Enters a paper without its file. Reception enters any; people may say of a paper of their own that the authorities have it
     * (Resolution 66.7/2025/NQ-CP), which reception checks before RECEIVE.
     */
    @Transactional
    public Entered enter(UUID id, String component, String ifMatch, PaperRequest request) {
        Dossier dossier = open(id);
        Set<Actor> parts = access.actors(dossier);
        boolean claims = parts.contains(Actor.CITIZEN) && CLAIMED.contains(request.state());
        if (!parts.contains(Actor.RECEPTION) && !claims) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Paper paper = paper(dossier, component, ifMatch, false);
        String by = access.subject();
        Instant at = now();
        boolean needsReason = request.state() == PaperRequest.Entered.REUSED
                || request.state() == PaperRequest.Entered.NOT_APPLICABLE;
        if (needsReason && (request.reason() == null || request.reason().isBlank())) {
            throw new ProblemException(Problems.VALIDATION)
                    .violation("/reason", request.state().name());
        }
        switch (request.state()) {
            case MISSING -> takeBack(dossier, paper, blankToNull(request.reason()), by, at);
            case PRESENTED ->
                paper.present(
                        request.presentedAs() == null ? Paper.PresentedAs.COPY : request.presentedAs(),
                        request.quantity() == null ? 1 : request.quantity(),
                        Boolean.TRUE.equals(request.held()),
                        PaperRequest.lastDay(request.validUntil()),
                        by,
                        at);
            case TAKEN_FROM_DATA ->
                paper.takeFromData(
                        Origin.ofData(
                                replacing(dossier, component),
                                parts.contains(Actor.RECEPTION) ? Origin.Checker.OFFICER : Origin.Checker.PERSON),
                        blankToNull(request.reason()),
                        PaperRequest.lastDay(request.validUntil()),
                        by,
                        at);
            case REUSED -> paper.reuse(request.reason(), by, at);
            case NOT_APPLICABLE -> paper.notApplicable(request.reason(), by, at);
        }
        return written(dossier, paper, at);
    }

    /** The data that the catalogue names for the paper (Decree 224/2026/NĐ-CP Art.18(4): what they hold is not asked for). */
    private String replacing(Dossier dossier, String component) {
        return component(dossier, component)
                .map(Procedure.Component::replacedBy)
                .orElseThrow(() -> new ProblemException(IntakeProblem.NO_DATA_REPLACE));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A slip of the hand, file included; once the dossier is filed, what was entered is part of it. */
    private void takeBack(Dossier dossier, Paper paper, String why, String by, Instant at) {
        boolean onlyWhy = paper.state() == Paper.State.MISSING;
        if (!dossier.inPreparation() && !onlyWhy) {
            throw new ProblemException(
                            IntakeProblem.PAPER_STAYS, dossier.stage().label())
                    .with("stage", dossier.stage());
        }
        String before = paper.fileSha256();
        paper.clear(why, by, at);
        held.letGo(dossier, before);
    }

    /**
     * Takes back what people attached, or said of the authorities' data, while the dossier takes papers. What an officer entered
     * stays.
     */
    @Transactional
    public Entered remove(UUID id, String component, String ifMatch) {
        Dossier dossier = open(id);
        requirePart(dossier);
        Paper paper = paper(dossier, component, ifMatch, false);
        if (!paper.writtenBy().equals(access.subject())) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Instant at = now();
        String before = paper.fileSha256();
        paper.clear(null, access.subject(), at);
        held.letGo(dossier, before);
        return written(dossier, paper, at);
    }

    /** Whether the caller may upload to it now; asked before the bytes are read. */
    @Transactional
    public void requireOpen(UUID id, String component, String ifMatch) {
        paper(withPart(id), component, ifMatch, true);
    }

    /** The dossier, where the caller may put something else in the place of the paper now; in the caller's transaction. */
    Dossier requireReplaceable(UUID id, String component, String ifMatch) {
        Dossier dossier = withPart(id);
        paper(dossier, component, ifMatch, false);
        return dossier;
    }

    /** Streams the bytes into the store; outside any transaction. */
    public StoredFile store(UUID id, InputStream content, long maxBytes) {
        return files.put(id, content, maxBytes);
    }

    /** Keeps a stored file as the paper, or as the scan of one that was presented. */
    @Transactional
    public Entered attach(UUID id, String component, String ifMatch, StoredFile file, String fileName) {
        Dossier dossier = withPart(id);
        Paper paper = paper(dossier, component, ifMatch, true);
        Instant at = now();
        return attached(dossier, paper, file, () -> {
            if (paper.state() == Paper.State.PRESENTED) {
                paper.scan(file, fileName, access.subject(), at);
            } else {
                paper.attach(file, fileName, access.subject(), at);
            }
        });
    }

    /** Keeps the file of another paper as this one; in the caller's transaction. */
    Entered reuse(UUID id, String component, String ifMatch, StoredFile file, Consumer<Paper> change) {
        Dossier dossier = withPart(id);
        Paper paper = paper(dossier, component, ifMatch, false);
        return attached(dossier, paper, file, () -> change.accept(paper));
    }

    private Entered attached(Dossier dossier, Paper paper, StoredFile file, Runnable change) {
        held.replace(dossier, paper.fileSha256(), file.sha256(), change);
        return written(dossier, paper, now());
    }

    /** The dossier for a caller who brings papers to it, to be read. */
    Dossier read(UUID id) {
        Dossier dossier = dossiers.findByIdOptional(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        access.requireSeen(dossier);
        requirePart(dossier);
        return dossier;
    }

    /** The dossier under its lock, for a caller who brings papers to it. */
    Dossier withPart(UUID id) {
        Dossier dossier = open(id);
        requirePart(dossier);
        return dossier;
    }

    /** In which parts the caller acts on it. */
    Set<Actor> parts(UUID id) {
        return access.actors(open(id));
    }

    /** A paper whose file the caller gets; that an officer does is noted. */
    @Transactional
    public Paper seen(UUID id, String component) {
        Paper paper = known(id, component);
        readings.note(Reading.PAPER, id);
        return paper;
    }

    /** A paper whose dossier the caller may see. */
    Paper known(UUID id, String component) {
        Dossier dossier = dossiers.findByIdOptional(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        access.requireSeen(dossier);
        Paper paper = papers.findById(new Paper.Key(id, component));
        if (paper == null) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        return paper;
    }

    private Dossier open(UUID id) {
        Dossier dossier = dossiers.lock(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        access.requireSeen(dossier);
        return dossier;
    }

    private void requirePart(Dossier dossier) {
        Set<Actor> parts = access.actors(dossier);
        if (!parts.contains(Actor.RECEPTION) && !parts.contains(Actor.CITIZEN)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
    }

    /**
     * The paper, where the caller may change it now. A person leaves alone what an officer entered; where the supplement asks for it, they
     * add a file, and replace what the office has neither seen nor holds.
     *
     * @param file whether only a file comes to it
     */
    private Paper paper(Dossier dossier, String component, String ifMatch, boolean file) {
        Papers.WithAsked found = papers.one(dossier.id(), component);
        if (found == null) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        Paper paper = found.paper();
        Revision.require(
                ifMatch,
                paper.revision(),
                () -> java.util.Map.of("state", paper.state(), "at", paper.writtenAt(), "revision", paper.revision()));
        boolean askedFor = asked(found.asked());
        if (!dossier.takesPaper(askedFor)) {
            throw new ProblemException(
                            IntakeProblem.PAPERS_CLOSED, dossier.stage().label())
                    .with("stage", dossier.stage());
        }
        boolean seen = paper.state() == Paper.State.PRESENTED || paper.held();
        if (!access.actors(dossier).contains(Actor.RECEPTION)
                && paper.enteredForOffice(access.subject())
                && !(askedFor && (file || !seen))) {
            throw new ProblemException(IntakeProblem.PAPER_ENTERED_BY_OFFICER).with("state", paper.state());
        }
        return paper;
    }

    /** Asked for in the open request, brought since or not: a wrong scan may be replaced until the supplement is handed in. */
    private static boolean asked(SupplementItem item) {
        return item != null && item.open();
    }

    private Entered written(Dossier dossier, Paper paper, Instant at) {
        papers.count(dossier);
        dossier.written(at);
        String name = component(dossier, paper.component())
                .map(Procedure.Component::name)
                .orElse(null);
        return new Entered(paper, name, dossier.revision());
    }

    private Optional<Procedure.Component> component(Dossier dossier, String component) {
        return catalogue
                .procedure(dossier.matter().procedureCode(), dossier.matter().procedureVersion())
                .flatMap(procedure -> procedure.component(component));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
