package vn.motcua.intake.paper;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** Enters what is brought of one paper, while the dossier takes papers. */
@RequestScoped
public class EnterPaper {
    private static final long MEGABYTE = 1024 * 1024;

    private final Dossiers dossiers;
    private final Papers papers;
    private final Access access;
    private final Catalogue catalogue;
    private final FileStore files;
    private final IntakeConfig config;
    private final Clock clock;

    EnterPaper(
            Dossiers dossiers,
            Papers papers,
            Access access,
            Catalogue catalogue,
            FileStore files,
            IntakeConfig config,
            Clock clock) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.access = access;
        this.catalogue = catalogue;
        this.files = files;
        this.config = config;
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
        boolean claims = parts.contains(Actor.CITIZEN) && request.state() == PaperRequest.Entered.REUSED;
        if (!parts.contains(Actor.RECEPTION) && !claims) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Paper paper = paper(dossier, component, ifMatch);
        String by = access.subject();
        Instant at = now();
        boolean needsReason = request.state() == PaperRequest.Entered.REUSED
                || request.state() == PaperRequest.Entered.NOT_APPLICABLE;
        if (needsReason && (request.reason() == null || request.reason().isBlank())) {
            throw new ProblemException(Problems.VALIDATION)
                    .violation("/reason", request.state().name());
        }
        switch (request.state()) {
            case MISSING -> takeBack(dossier, paper, by, at);
            case PRESENTED ->
                paper.present(
                        request.presentedAs() == null ? Paper.PresentedAs.COPY : request.presentedAs(),
                        request.quantity() == null ? 1 : request.quantity(),
                        Boolean.TRUE.equals(request.held()),
                        by,
                        at);
            case REUSED -> paper.reuse(request.reason(), by, at);
            case NOT_APPLICABLE -> paper.notApplicable(request.reason(), by, at);
        }
        return written(dossier, paper, at);
    }

    /** A slip of the hand, file included; once the dossier is filed, what was entered is part of it. */
    private void takeBack(Dossier dossier, Paper paper, String by, Instant at) {
        if (!dossier.inPreparation()) {
            throw new ProblemException(
                            IntakeProblem.PAPER_STAYS, dossier.stage().label())
                    .with("stage", dossier.stage());
        }
        String before = paper.fileSha256();
        paper.clear(by, at);
        letGo(dossier, before);
    }

    /**
     * Takes back what people attached, or said of the authorities' data, while the dossier takes papers. What an officer entered
     * stays.
     */
    @Transactional
    public Entered remove(UUID id, String component, String ifMatch) {
        Dossier dossier = open(id);
        requirePart(dossier);
        Paper paper = paper(dossier, component, ifMatch);
        if (!paper.writtenBy().equals(access.subject())) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Instant at = now();
        String before = paper.fileSha256();
        paper.clear(access.subject(), at);
        letGo(dossier, before);
        return written(dossier, paper, at);
    }

    /** Whether the caller may upload to it now; asked before the bytes are read. */
    @Transactional
    public void requireOpen(UUID id, String component, String ifMatch) {
        Dossier dossier = open(id);
        requirePart(dossier);
        paper(dossier, component, ifMatch);
    }

    /** Streams the bytes into the store; outside any transaction. */
    public StoredFile store(UUID id, InputStream content, long maxBytes) {
        return files.put(id, content, maxBytes);
    }

    /** Keeps a stored file as the paper, or as the scan of one that was presented. */
    @Transactional
    public Entered attach(UUID id, String component, String ifMatch, StoredFile file, String fileName) {
        Dossier dossier = open(id);
        requirePart(dossier);
        Paper paper = paper(dossier, component, ifMatch);
        Instant at = now();
        String before = paper.fileSha256();
        files.keep(id, file.sha256());
        if (paper.state() == Paper.State.PRESENTED && access.actors(dossier).contains(Actor.RECEPTION)) {
            paper.scan(file, fileName, access.subject(), at);
        } else {
            paper.attach(file, fileName, access.subject(), at);
        }
        letGo(dossier, before);
        if (files.measure(id) > config.maxDossierBytes()) {
            throw new ProblemException(IntakeProblem.DOSSIER_FILES_TOO_LARGE, config.maxDossierBytes() / MEGABYTE)
                    .with("maxBytes", config.maxDossierBytes());
        }
        return written(dossier, paper, at);
    }

    /** A file that was replaced or taken back; once the dossier is filed, what it was filed with stays. */
    private void letGo(Dossier dossier, String sha256) {
        if (sha256 != null && dossier.inPreparation() && !papers.holds(dossier.id(), sha256)) {
            files.release(dossier.id(), sha256);
        }
    }

    /** A paper whose dossier the caller may see. */
    @Transactional
    public Paper seen(UUID id, String component) {
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

    private Paper paper(Dossier dossier, String component, String ifMatch) {
        Papers.WithAsked found = papers.one(dossier.id(), component);
        if (found == null) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        Paper paper = found.paper();
        Revision.require(
                ifMatch,
                paper.revision(),
                () -> java.util.Map.of("state", paper.state(), "at", paper.writtenAt(), "revision", paper.revision()));
        if (!dossier.takesPaper(asked(found.asked()))) {
            throw new ProblemException(
                            IntakeProblem.PAPERS_CLOSED, dossier.stage().label())
                    .with("stage", dossier.stage());
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
        String name = catalogue
                .procedure(dossier.matter().procedureCode(), dossier.matter().procedureVersion())
                .flatMap(procedure -> procedure.component(paper.component()))
                .map(Procedure.Component::name)
                .orElse(null);
        return new Entered(paper, name, dossier.revision());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
