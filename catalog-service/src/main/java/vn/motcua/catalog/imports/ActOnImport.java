package vn.motcua.catalog.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.history.ActKind;
import vn.motcua.catalog.history.History;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.imports.ImportProposal.Said;
import vn.motcua.catalog.imports.ImportProposal.Standing;
import vn.motcua.catalog.imports.ImportProposals.Proposed;
import vn.motcua.catalog.imports.ImportRequest.Decline;
import vn.motcua.catalog.imports.ImportRequest.Release;
import vn.motcua.catalog.imports.ImportRequest.Submit;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Submits, discards, releases and declines what an import would publish: as the table of imports allows. */
@ApplicationScoped
class ActOnImport {
    @Inject
    ImportProposals proposals;

    @Inject
    ReleaseImport releasing;

    @Inject
    ImportQueue queue;

    @Inject
    History history;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * @param background whether a release is published by the background, and told of while it runs
     * @throws ProblemException 428 and 412, {@code import-not-found}, {@code action-not-allowed}, {@code second-person-needed},
     *     {@code import-stale}, {@code validation}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void act(UUID id, String ifMatch, ImportRequest request, boolean background) {
        Proposed found =
                proposals.locked(id).orElseThrow(() -> new ProblemException(CatalogProblem.IMPORT_NOT_FOUND, id));
        Revision.require(ifMatch, found.revision(), () -> newest(found));
        Officer by = Officer.of(caller);
        ImportState to = ImportTable.to(found.state(), request.kind(), found.workedOn(), caller.roles(), by.subject());
        if (request instanceof Release asked) {
            release(found, asked, by, background);
            return;
        }
        Standing now = found.standing();
        if (request instanceof Submit asked) {
            now = now.submitted(said(by, asked.reason()));
            note(found, ActKind.IMPORT_PROPOSED, now.submitted());
        } else if (request instanceof Decline asked) {
            now = now.declined(said(by, asked.reason()));
            note(found, ActKind.IMPORT_DECLINED, now.decided());
        }
        proposals.move(found, to, now);
    }

    private void release(Proposed found, Release asked, Officer by, boolean background) {
        LocalDate from = asked.effectiveFrom() == null ? found.effectiveFrom() : asked.effectiveFrom();
        Asked.known("/effectiveFrom", from);
        Standing decided =
                found.standing().released(said(by, asked.note()), from, decision(asked, from), asked.leaveOut());
        if (background) {
            releasing.later(found, decided);
            queue.add(found.id(), progress -> releasing.goOn(found.id(), progress));
        } else {
            releasing.now(found, decided);
        }
    }

    /** A decision has its number and its day, and nothing is in force before it was decided. */
    private static Announcement decision(Release asked, LocalDate from) {
        String number =
                asked.decisionNumber() == null ? "" : asked.decisionNumber().strip();
        LocalDate date = asked.decisionDate();
        Asked.known("/decisionDate", date);
        if (number.isEmpty() && date == null) {
            return null;
        }
        if (number.isEmpty()) {
            throw new ProblemException(Problems.VALIDATION).violation("/decisionNumber", "1...100");
        }
        if (date == null || date.isAfter(from)) {
            throw new ProblemException(Problems.VALIDATION).violation("/decisionDate", "..." + from);
        }
        return new Announcement(number, date);
    }

    private Said said(Officer by, String reason) {
        return new Said(
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                reason == null || reason.isBlank() ? null : reason.strip());
    }

    private void note(Proposed found, ActKind act, Said said) {
        history.add(proposals.items(found.id()).stream()
                .map(each -> new History.Entry(
                        each.code(),
                        null,
                        null,
                        act,
                        said.by(),
                        said.reason(),
                        Map.of("import", found.id(), "effectiveFrom", found.effectiveFrom())))
                .toList());
    }

    /** Facts of the newest act on it, for somebody who comes too late. */
    private static Map<String, Object> newest(Proposed found) {
        Standing standing = found.standing();
        Said last = standing.decided() == null ? standing.submitted() : standing.decided();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", found.state());
        if (last != null) {
            facts.put("actorName", last.by().name());
            facts.put("actorTitle", last.by().title());
            facts.put("at", last.at());
        }
        return facts;
    }
}
