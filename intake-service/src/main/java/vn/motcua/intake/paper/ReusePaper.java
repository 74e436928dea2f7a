package vn.motcua.intake.paper;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.file.FileAnswers;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.file.StoredFile;
import vn.motcua.intake.reading.Reading;
import vn.motcua.intake.reading.Readings;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.paging.Page;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * Takes a paper over from an earlier dossier of the same person, who agrees to it (once-only: Decree 224/2026/NĐ-CP Art.15(1)(d)): with
 * a copy of its file under the key of the new dossier, and where it comes from.
 */
@RequestScoped
public class ReusePaper {
    private final EnterPaper entering;
    private final EarlierPapers earlier;
    private final Access access;
    private final Readings readings;
    private final FileStore files;
    private final IntakeConfig config;
    private final Clock clock;

    ReusePaper(
            EnterPaper entering,
            EarlierPapers earlier,
            Access access,
            Readings readings,
            FileStore files,
            IntakeConfig config,
            Clock clock) {
        this.entering = entering;
        this.earlier = earlier;
        this.access = access;
        this.readings = readings;
        this.files = files;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A paper that may be taken over.
     *
     * @param code of its dossier, null where it has none yet
     * @param name as the published list of its version has it, or null
     * @param on the day it was received, or else handed in, in Vietnam's time
     * @param validUntil its last day, or null where none is known
     * @param expired whether that day is over
     */
    public record Candidate(
            UUID dossierId,
            String code,
            String reference,
            String procedureCode,
            String component,
            String name,
            LocalDate on,
            LocalDate validUntil,
            boolean expired,
            String sha256,
            long size,
            String mediaType,
            Integer pages) {}

    /** Which paper is taken over; {@code validUntil} where the caller knows its last day and the earlier dossier does not. */
    public record Wish(UUID dossierId, String component, LocalDate validUntil) {}

    /**
     * What the owner of the dossier brought before; empty where the owner has no number.
     *
     * @throws ProblemException 404 where the dossier or the paper is not the caller's to see, 403 without a part in it
     */
    @Transactional
    public Page<Candidate> candidates(UUID id, String component, String after, Integer limit) {
        entering.known(id, component);
        Page<EarlierPapers.Earlier> found = earlier.of(entering.read(id), after, limit);
        List<Candidate> items = found.items().stream().map(this::candidate).toList();
        readings.note(
                Reading.OTHERS,
                null,
                items.stream().map(Candidate::dossierId).distinct().toList());
        return new Page<>(items, found.next());
    }

    private Candidate candidate(EarlierPapers.Earlier each) {
        Instant at = each.receivedAt() == null ? each.openedAt() : each.receivedAt();
        return new Candidate(
                each.dossierId(),
                each.code(),
                each.reference(),
                each.procedureCode(),
                each.component(),
                earlier.name(each),
                LegalTime.date(at),
                each.validUntil(),
                expired(each.validUntil()),
                each.sha256(),
                each.size(),
                each.mediaType(),
                each.pages());
    }

    private boolean expired(LocalDate validUntil) {
        return validUntil != null && validUntil.isBefore(LegalTime.date(clock.instant()));
    }

    /**
     * The paper that is wished for, if it may be taken over now; asked before its file is copied, and noted as a reading of its dossier.
     *
     * @throws ProblemException 404 where there is none for this caller; 409 {@code paper-expired}
     */
    @Transactional
    public Candidate wished(UUID id, String component, String ifMatch, Wish wish) {
        EarlierPapers.Earlier found = earlier.one(
                        entering.requireReplaceable(id, component, ifMatch), wish.dossierId(), wish.component())
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
        readings.note(Reading.PAPER, found.dossierId());
        LocalDate until = found.validUntil() == null ? wish.validUntil() : found.validUntil();
        if (expired(until)) {
            throw new ProblemException(
                            IntakeProblem.PAPER_EXPIRED,
                            LegalTime.day(until.atStartOfDay(LegalTime.ZONE).toInstant()))
                    .with("validUntil", until);
        }
        return candidate(found);
    }

    /** Copies its file under the key of the new dossier; outside any transaction. */
    public StoredFile copy(UUID id, Candidate from) {
        try (InputStream content = files.get(from.dossierId(), from.sha256())) {
            return files.put(id, content, Math.max(config.maxFileBytes(), from.size()));
        } catch (NoSuchElementException lost) {
            throw new ProblemException(Problems.NOT_FOUND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the copy as the paper. */
    @Transactional
    public EnterPaper.Entered reuse(
            UUID id, String component, String ifMatch, Candidate from, StoredFile file, LocalDate validUntil) {
        Origin.Checker by =
                entering.parts(id).contains(Actor.RECEPTION) ? Origin.Checker.OFFICER : Origin.Checker.PERSON;
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Origin origin = Origin.of(from.dossierId(), from.component(), by, at);
        LocalDate until = from.validUntil() == null ? validUntil : from.validUntil();
        return entering.reuse(
                id,
                component,
                ifMatch,
                file,
                paper -> paper.reuse(file, fileName(from), origin, until, access.subject(), at));
    }

    private static String fileName(Candidate from) {
        return FileAnswers.safeName((from.code() == null ? from.reference() : from.code()) + " " + from.component());
    }
}
