package vn.motcua.intake.original;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.content.Inspection;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Dossiers;
import vn.motcua.intake.dossier.Original;
import vn.motcua.intake.dossier.OriginalScan;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.file.HeldFile;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.intake.paper.DossierFiles;
import vn.motcua.intake.payment.Payments;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/**
 * Scans and numbers of the originals of a request for certified copies, as reception enters them before receipt: a page of the copy is
 * a page of the original (Circular 226/2016/TT-BTC Art.4), so the scan says how many there are and the fee follows.
 */
@RequestScoped
public class CountOriginals {
    private final Dossiers dossiers;
    private final Access access;
    private final Catalogue catalogue;
    private final Payments payments;
    private final FileStore files;
    private final DossierFiles held;
    private final Readings readings;
    private final IntakeConfig config;
    private final Clock clock;

    CountOriginals(
            Dossiers dossiers,
            Access access,
            Catalogue catalogue,
            Payments payments,
            FileStore files,
            DossierFiles held,
            Readings readings,
            IntakeConfig config,
            Clock clock) {
        this.dossiers = dossiers;
        this.access = access;
        this.catalogue = catalogue;
        this.payments = payments;
        this.files = files;
        this.held = held;
        this.readings = readings;
        this.config = config;
        this.clock = clock;
    }

    /** An original after a change, and the dossier, which moved with it. */
    public record Counted(Dossier dossier, Original original) {}

    /**
     * Whether the caller may change it now; asked before the bytes of a scan are read.
     *
     * @throws ProblemException 404 where there is none for this caller, 403 without the part, 428, 412, 409 {@code papers-closed}
     */
    @Transactional
    public void requireOpen(UUID id, int number, String ifMatch) {
        open(id, number, ifMatch);
    }

    /**
     * Streams a scan into the store; outside any transaction.
     *
     * @throws ProblemException 413, 415 or 422 where it is no scan; what was stored is swept then
     */
    public StoredFile store(UUID id, InputStream content) {
        StoredFile file = files.put(id, content, config.maxFileBytes());
        if (file.pages() == null) {
            throw new ProblemException(Problems.UNSUPPORTED_MEDIA_TYPE).with("accepted", Inspection.SCANS);
        }
        if (file.pages() > Original.MOST_PAGES) {
            throw new ProblemException(IntakeProblem.ORIGINAL_TOO_LONG, Original.MOST_PAGES)
                    .with("maxPages", Original.MOST_PAGES);
        }
        return file;
    }

    /**
     * Keeps a stored file as the scan of an original, in place of the one it had.
     *
     * @param keepsPages whether the pages stay as the officer counted them; else they are those of the scan
     */
    @Transactional
    public Counted scan(UUID id, int number, String ifMatch, StoredFile file, String name, boolean keepsPages) {
        Counted open = open(id, number, ifMatch);
        Original before = open.original();
        OriginalScan scan =
                new OriginalScan(file.sha256(), file.size(), file.mediaType(), name, file.pages(), file.scan());
        int pages = keepsPages ? before.pages() : file.pages();
        long at = open.dossier().revision() + 1;
        Original after = before.scanned(scan, at).counted(pages, before.copies(), at);
        held.replace(open.dossier(), sha256(before), file.sha256(), () -> put(open.dossier(), after));
        return written(open.dossier(), before, after);
    }

    /**
     * Takes its scan away; the pages stay as they are.
     *
     * @throws ProblemException 404 where it has none
     */
    @Transactional
    public Counted remove(UUID id, int number, String ifMatch) {
        Counted open = open(id, number, ifMatch);
        Original before = open.original();
        if (before.scan() == null) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        Original after = before.scanned(null, open.dossier().revision() + 1);
        put(open.dossier(), after);
        held.letGo(open.dossier(), sha256(before));
        return written(open.dossier(), before, after);
    }

    /** Enters pages and copies as the officer counts them, whatever the scan says. */
    @Transactional
    public Counted count(UUID id, int number, String ifMatch, int pages, int copies) {
        Counted open = open(id, number, ifMatch);
        Original after = open.original().counted(pages, copies, open.dossier().revision() + 1);
        put(open.dossier(), after);
        return written(open.dossier(), open.original(), after);
    }

    /**
     * The scan of an original whose dossier the caller may see; that an officer reads it is noted.
     *
     * @throws ProblemException 404 where there is none for this caller
     */
    @Transactional
    public HeldFile seen(UUID id, int number) {
        Dossier dossier = dossiers.findByIdOptional(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        access.requireSeen(dossier);
        OriginalScan scan = original(dossier, number).scan();
        if (scan == null) {
            throw new ProblemException(Problems.NOT_FOUND);
        }
        readings.note(Reading.PAPER, id);
        return new HeldFile(id, scan.sha256(), scan.size(), scan.mediaType());
    }

    private Counted open(UUID id, int number, String ifMatch) {
        Dossier dossier = dossiers.lock(id).orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        access.requireSeen(dossier);
        if (!access.actors(dossier).contains(Actor.RECEPTION)) {
            throw new ProblemException(Problems.FORBIDDEN);
        }
        Original original = original(dossier, number);
        Revision.require(
                ifMatch,
                original.revision(),
                () -> Map.of(
                        "pages", original.pages(),
                        "copies", original.copies(),
                        "scanned", original.scan() != null));
        if (!dossier.takesPaper(false)) {
            throw new ProblemException(
                            IntakeProblem.PAPERS_CLOSED, dossier.stage().label())
                    .with("stage", dossier.stage());
        }
        return new Counted(dossier, original);
    }

    private Original original(Dossier dossier, int number) {
        return dossier.matter()
                .quantities()
                .original(number)
                .filter(found -> procedure(dossier).countsOriginals())
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    private Procedure procedure(Dossier dossier) {
        return catalogue
                .procedure(dossier.matter().procedureCode(), dossier.matter().procedureVersion())
                .orElseThrow();
    }

    private static void put(Dossier dossier, Original changed) {
        dossier.matter().quantities().put(changed);
    }

    private static String sha256(Original original) {
        return original.scan() == null ? null : original.scan().sha256();
    }

    private Counted written(Dossier dossier, Original before, Original after) {
        if (before.pages() != after.pages() || before.copies() != after.copies()) {
            payments.requote(dossier, procedure(dossier));
        }
        dossier.written(clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new Counted(dossier, after);
    }
}
