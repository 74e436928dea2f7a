package vn.motcua.catalog.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.check.Finding;
import vn.motcua.catalog.check.PublishChecks;
import vn.motcua.catalog.check.WhatExists;
import vn.motcua.catalog.history.ActKind;
import vn.motcua.catalog.history.History;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.load.LoadLedger;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.Publication;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Submits, discards, approves, sends back, publishes: as the table of drafts allows. */
@ApplicationScoped
class ActOnDraft {
    @Inject
    Drafts drafts;

    @Inject
    Procedures procedures;

    @Inject
    Publication publication;

    @Inject
    WhatExists exists;

    @Inject
    LoadLedger ledger;

    @Inject
    History history;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * @param language of the words about what is wrong
     * @throws ProblemException 428 and 412, {@code draft-not-found}, {@code action-not-allowed},
     *     {@code second-person-needed}, {@code checks-failed} with a violation per error
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Draft act(UUID id, String ifMatch, DraftRequest request, Locale language) {
        Draft draft = drafts.locked(id).orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND, id));
        Revision.require(ifMatch, draft.revision(), () -> history.newest(id));
        Officer by = Officer.of(caller);
        DraftState to = DraftTable.to(draft, request.kind(), caller.roles(), by.subject());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Draft next =
                switch (request.kind()) {
                    case SUBMIT -> checked(draft, language).writtenBy(by).moved(to, now);
                    case APPROVE -> draft.moved(to, now).approvedBy(by);
                    case SEND_BACK ->
                        draft.moved(to, now).sentBack(request.reason().strip());
                    case PUBLISH ->
                        publish(draft, (DraftRequest.Publish) request, by, now, language)
                                .moved(to, now);
                    case DISCARD -> draft.moved(to, now);
                    case EDIT -> throw new IllegalStateException("EDIT is no action");
                };
        drafts.update(next);
        history.add(new History.Entry(
                draft.code(),
                next.publishedVersion(),
                id,
                kind(request.kind()),
                by,
                request.reason() == null || request.reason().isBlank()
                        ? draft.reason()
                        : request.reason().strip(),
                facts(next)));
        return next;
    }

    /** What the publish checks say to a draft as it is now. */
    List<Finding> findings(Draft draft) {
        ProcedureVersion newest = procedures.newest(draft.code()).orElse(null);
        return PublishChecks.ofDraft(draft.proposal(), newest, LegalTime.date(clock.instant()), exists.known());
    }

    private Draft checked(Draft draft, Locale language) {
        List<Finding> errors = findings(draft).stream().filter(Finding::error).toList();
        if (!errors.isEmpty()) {
            ProblemException problem = new ProblemException(CatalogProblem.CHECKS_FAILED, errors.size());
            errors.forEach(each -> problem.violation(each.pointer(), each.message(language)));
            throw problem.with("findings", errors.stream().map(Finding::code).toList());
        }
        return draft;
    }

    private Draft publish(Draft draft, DraftRequest.Publish asked, Officer by, Instant now, Locale language) {
        Asked.known("/effectiveFrom", asked.effectiveFrom());
        ledger.lock();
        LocalDate from = asked.effectiveFrom() == null ? draft.effectiveFrom() : asked.effectiveFrom();
        Draft dated = draft.from(from);
        checked(dated, language);
        ProcedureVersion old = procedures.newest(draft.code()).orElse(null);
        ProcedureVersion fresh = ProcedureVersion.of(old == null ? 1 : old.version() + 1, from, draft.content(), now)
                .announced(draft.announcement(), draft.approver() == null ? by : draft.approver());
        boolean follows = old != null && old.ending() == null;
        publication.publish(follows ? List.of(old.until(from.minusDays(1))) : List.of(), List.of(fresh));
        return dated.published(fresh.version(), from);
    }

    private static ActKind kind(DraftAction action) {
        return switch (action) {
            case SUBMIT -> ActKind.SUBMITTED;
            case DISCARD -> ActKind.DISCARDED;
            case APPROVE -> ActKind.APPROVED;
            case SEND_BACK -> ActKind.SENT_BACK;
            case PUBLISH -> ActKind.PUBLISHED;
            case EDIT -> ActKind.EDITED;
        };
    }

    private static Map<String, Object> facts(Draft draft) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("revision", draft.revision());
        if (draft.effectiveFrom() != null) {
            facts.put("effectiveFrom", draft.effectiveFrom());
        }
        if (draft.announcement().number() != null) {
            facts.put("decision", draft.announcement());
        }
        return facts;
    }
}
