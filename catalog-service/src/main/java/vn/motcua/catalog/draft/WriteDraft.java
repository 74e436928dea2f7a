package vn.motcua.catalog.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.motcua.catalog.CatalogProblem;
import vn.motcua.catalog.check.LinkLooks;
import vn.motcua.catalog.draft.DraftResource.DraftBody;
import vn.motcua.catalog.draft.DraftResource.NewDraft;
import vn.motcua.catalog.history.ActKind;
import vn.motcua.catalog.history.History;
import vn.motcua.catalog.history.Officer;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.procedure.Announcement;
import vn.motcua.catalog.procedure.Procedure;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.platform.identity.Caller;
import vn.motcua.platform.precondition.Revision;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Begins a draft, from a procedure's newest version or for a new procedure, and writes on it. */
@ApplicationScoped
class WriteDraft {
    @Inject
    Drafts drafts;

    @Inject
    Procedures procedures;

    @Inject
    LinkLooks looks;

    @Inject
    History history;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** @throws ProblemException {@code procedure-not-found}, {@code code-taken}, {@code draft-exists} */
    @Transactional(Transactional.TxType.MANDATORY)
    Draft begin(NewDraft asked) {
        Optional<ProcedureVersion> newest = procedures.newest(asked.code());
        if (asked.content() == null && newest.isEmpty()) {
            throw new ProblemException(CatalogProblem.PROCEDURE_NOT_FOUND, asked.code());
        }
        if (asked.content() != null && newest.isPresent()) {
            throw new ProblemException(CatalogProblem.CODE_TAKEN, asked.code());
        }
        Procedure content =
                newest.map(ProcedureVersion::content).orElseGet(() -> TidyContent.of(asked.code(), asked.content()));
        Officer author = Officer.of(caller);
        Draft draft = Draft.begun(
                UUID.randomUUID(),
                asked.code(),
                newest.map(ProcedureVersion::version).orElse(null),
                content,
                asked.reason().strip(),
                author,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!drafts.insert(draft)) {
            throw new ProblemException(CatalogProblem.DRAFT_EXISTS, asked.code())
                    .with("draft", drafts.open(asked.code()).orElse(null));
        }
        looks.expect(content);
        history.add(new History.Entry(
                draft.code(),
                null,
                draft.id(),
                ActKind.DRAFTED,
                author,
                draft.reason(),
                draft.basedOn() == null ? Map.of() : Map.of("basedOn", draft.basedOn())));
        return draft;
    }

    /** @throws ProblemException 428 and 412, {@code draft-not-found}, {@code action-not-allowed}, {@code validation} */
    @Transactional
    Draft edit(UUID id, String ifMatch, DraftBody said) {
        Draft draft = drafts.locked(id).orElseThrow(() -> new ProblemException(CatalogProblem.DRAFT_NOT_FOUND, id));
        Revision.require(ifMatch, draft.revision(), () -> history.newest(id));
        Officer writer = Officer.of(caller);
        DraftState to = DraftTable.to(draft, DraftAction.EDIT, caller.roles(), writer.subject());
        Announcement decision = decision(said.announcement());
        Asked.known("/effectiveFrom", said.effectiveFrom());
        Asked.known("/announcement/date", decision.date());
        Draft written = draft.says(new Draft.Says(
                        basedOn(draft, said.basedOn()),
                        TidyContent.of(draft.code(), said.content()),
                        said.effectiveFrom(),
                        decision,
                        reason(draft, said.reason())))
                .writtenBy(writer)
                .moved(to, clock.instant().truncatedTo(ChronoUnit.MICROS));
        drafts.update(written);
        looks.expect(written.content());
        history.add(new History.Entry(
                draft.code(),
                null,
                id,
                ActKind.EDITED,
                writer,
                written.reason(),
                Map.of("revision", written.revision())));
        return written;
    }

    /** What was said before stands until somebody says something else. */
    private static String reason(Draft draft, String said) {
        String reason = said == null || said.isBlank() ? draft.reason() : said.strip();
        if (reason == null) {
            throw new ProblemException(Problems.VALIDATION).violation("/reason", "1..." + DraftRequest.TEXT);
        }
        return reason;
    }

    private static Announcement decision(DraftResource.Decision said) {
        String number =
                said == null || said.number() == null ? "" : said.number().strip();
        return new Announcement(number.isEmpty() ? null : number, said == null ? null : said.date());
    }

    /** Naming a newer version says that the draft has been compared with it. */
    private Integer basedOn(Draft draft, Integer said) {
        if (said == null || said.equals(draft.basedOn())) {
            return draft.basedOn();
        }
        Integer newest =
                procedures.newest(draft.code()).map(ProcedureVersion::version).orElse(null);
        if (!said.equals(newest)) {
            throw new ProblemException(Problems.VALIDATION).violation("/basedOn", String.valueOf(newest));
        }
        return said;
    }
}
