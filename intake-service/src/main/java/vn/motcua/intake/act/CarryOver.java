package vn.motcua.intake.act;

import jakarta.enterprise.context.RequestScoped;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.access.Access;
import vn.motcua.intake.catalogue.Catalogue;
import vn.motcua.intake.catalogue.Channel;
import vn.motcua.intake.catalogue.Procedure;
import vn.motcua.intake.dossier.Actor;
import vn.motcua.intake.dossier.Dossier;
import vn.motcua.intake.dossier.Original;
import vn.motcua.intake.history.History;
import vn.motcua.intake.paper.DossierFiles;
import vn.motcua.intake.paper.Paper;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.payment.Payments;
import vn.motcua.intake.register.DossierReader;
import vn.motcua.intake.register.DossierView;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Carries a draft over to the version of its procedure that is in force today: its list of papers, limit and fees are those of that
 * version, and what was entered of a paper that is on both lists stays. Originals that no fee of it counts are left out.
 */
@RequestScoped
public class CarryOver {
    /** What the history calls it. */
    private static final String CARRIED_OVER = "CARRIED_OVER";

    private final DossierReader reader;
    private final Access access;
    private final Catalogue catalogue;
    private final VersionInForce versions;
    private final Papers papers;
    private final DossierFiles files;
    private final Payments payments;
    private final History history;
    private final Clock clock;

    CarryOver(
            DossierReader reader,
            Access access,
            Catalogue catalogue,
            VersionInForce versions,
            Papers papers,
            DossierFiles files,
            Payments payments,
            History history,
            Clock clock) {
        this.reader = reader;
        this.access = access;
        this.catalogue = catalogue;
        this.versions = versions;
        this.papers = papers;
        this.files = files;
        this.payments = payments;
        this.history = history;
        this.clock = clock;
    }

    /**
     * In the caller's transaction; a draft that stands under the version in force stays as it is.
     *
     * @param ifMatch ETag of the revision the caller saw
     * @throws ProblemException 404, 403, 428, 412; 409 {@code not-a-draft}, {@code procedure-not-in-force}, or that the version does not
     *     come by post; 400 {@code /quantities} where its fee counts what is not told yet
     */
    public DossierView now(UUID id, String ifMatch) {
        Dossier dossier = reader.locked(id);
        Actor actor = actor(access.actors(dossier));
        Revision.require(ifMatch, dossier.revision(), () -> history.newest(dossier));
        if (!dossier.draft() || !dossier.inPreparation()) {
            throw new ProblemException(
                    IntakeProblem.NOT_A_DRAFT, dossier.stage().label());
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Procedure next = versions.on(dossier.matter().procedureCode(), LegalTime.date(at));
        if (next.version() != dossier.matter().procedureVersion()) {
            carry(dossier, next, actor, at);
        }
        return reader.view(dossier);
    }

    private static Actor actor(Set<Actor> parts) {
        if (parts.contains(Actor.RECEPTION)) {
            return Actor.RECEPTION;
        }
        if (parts.contains(Actor.CITIZEN)) {
            return Actor.CITIZEN;
        }
        throw new ProblemException(Problems.FORBIDDEN);
    }

    private void carry(Dossier dossier, Procedure next, Actor actor, Instant at) {
        if (dossier.channel() == Channel.POST) {
            ByPost.require(next, "/procedureVersion");
        }
        int from = dossier.matter().procedureVersion();
        Procedure before =
                catalogue.procedure(dossier.matter().procedureCode(), from).orElse(null);
        dossier.carriedOver(next);
        Papers.Carried carried = papers.carryOver(dossier, before, next, access.subject(), at);
        carried.left().stream().map(Paper::fileSha256).forEach(file -> files.letGo(dossier, file));
        int originals = next.countsOriginals() ? 0 : uncount(dossier);
        try {
            payments.requote(dossier, next);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.VALIDATION).violation("/quantities", e.getMessage());
        }
        dossier.written(at);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("fromVersion", from);
        details.put("toVersion", next.version());
        details.put("papersKept", carried.kept());
        if (originals > 0) {
            details.put("originalsLeft", originals);
        }
        details.put("papersLeft", carried.left().stream().map(Paper::component).toList());
        history.note(dossier, CARRIED_OVER, actor.role(), access.signature(actor), at, null, details);
    }

    /** Where no fee counts them, none can be asked for. @return how many there were, with a name or a scan */
    private int uncount(Dossier dossier) {
        List<Original> left = dossier.matter().quantities().uncount(dossier.revision() + 1);
        left.stream().map(Original::scan).filter(Objects::nonNull).forEach(scan -> files.letGo(dossier, scan.sha256()));
        return left.size();
    }
}
