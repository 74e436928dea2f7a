package vn.motcua.processing.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.IssueResult;
import vn.motcua.processing.casework.IssueResult.Issued;
import vn.motcua.processing.casework.IssueResult.Ready;
import vn.motcua.processing.numbering.Entry;
import vn.motcua.processing.numbering.RegisterKind;
import vn.motcua.processing.numbering.RegisterNumber;
import vn.motcua.processing.numbering.Registers;
import vn.motcua.processing.numbering.Registers.Giving;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.result.ResultAnswered;
import vn.motcua.processing.result.Upload;
import vn.motcua.processing.signature.SignedFile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The short transactions around a signature: numbers before it, the act of the case after it, the answer of the dossier at last. */
@ApplicationScoped
class SigningSteps {
    static final String SUPERSEDED = "SUPERSEDED";
    private static final String TYPE_GRANTED = "GXN";
    private static final String TYPE_REFUSED = "TB";
    private static final String AGENCY = "-UBND";

    @Inject
    Signings signings;

    @Inject
    IssueResult cases;

    @Inject
    Registers registers;

    @Inject
    Clock clock;

    /**
     * What is asked: the caller's id for it, the case as they saw it, their words.
     *
     * @param text the request as text, for telling a repetition from another request
     */
    record Asked(UUID id, UUID caseId, String ifMatch, SigningRequest request, String text, Officer officer) {}

    /**
     * Numbers are given.
     *
     * @param ready null where the attempt came further before and there is nothing left to do
     * @param replacedNumber number of the result it corrects; null where there is none
     */
    record Begun(Signing signing, Ready ready, List<RegisterNumber> numbers, String replacedNumber) {}

    /** @throws ProblemException as the act itself would, or if the id belongs to another request; no number is given then */
    @Transactional(TxType.REQUIRES_NEW)
    Begun begin(Asked asked) {
        cases.revision(asked.caseId(), asked.officer()); // the case's lock first, as everywhere
        Signing known = signings.locked(asked.id());
        if (known != null) {
            return again(known, asked);
        }
        Ready ready = cases.ready(asked.caseId(), asked.ifMatch(), asked.officer());
        for (Signing left : signings.given(asked.caseId())) {
            left.voided(SUPERSEDED, ready.at());
            registers.voided(left.id(), SUPERSEDED, ready.at());
        }
        signings.flush();
        Giving giving = new Giving(ready.unit(), asked.id(), ready.caseId(), ready.code(), asked.officer(), ready.at());
        List<RegisterNumber> numbers = registers.give(giving, entries(asked.request(), ready));
        Signing signing = new Signing(
                asked.id(),
                ready,
                asked.officer(),
                asked.text(),
                new Signing.Printed(title(asked.request(), ready), text(numbers), LegalTime.date(ready.at())),
                ready.at());
        signings.persistAndFlush(signing);
        return new Begun(signing, ready, numbers, replaced(ready));
    }

    /** @throws ProblemException where the case has changed meanwhile or another attempt took this one's place */
    @Transactional(TxType.REQUIRES_NEW)
    Issued finish(Asked asked, Ready ready, SignedFile file, Upload upload) {
        cases.revision(asked.caseId(), asked.officer());
        Signing signing = signings.locked(asked.id());
        if (signing.state() == Signing.State.VOID) {
            throw new ProblemException(ProcessingProblem.SIGNING_SUPERSEDED);
        }
        if (signing.state() != Signing.State.GIVEN) {
            return new Issued(signing.result(), cases.revision(asked.caseId(), asked.officer()));
        }
        Issued issued = cases.issue(ready, upload, asked.ifMatch(), asked.officer());
        signing.signed(file, issued.result());
        return issued;
    }

    /** The case's revision as it stands. */
    long revision(UUID caseId, Officer officer) {
        return cases.revision(caseId, officer);
    }

    /** The attempt came to nothing; its numbers keep their lines. Does nothing to one that came further. */
    @Transactional(TxType.REQUIRES_NEW)
    void fail(UUID id, String reason) {
        Signing signing = signings.locked(id);
        if (signing != null && signing.state() == Signing.State.GIVEN) {
            voided(signing, reason, now());
        }
    }

    /** The dossier took or refused what was signed; part of the transaction that takes the answer. */
    @Transactional(TxType.MANDATORY)
    void answered(@Observes ResultAnswered told) {
        Signing signing = signings.ofResult(told.result());
        if (signing == null || signing.state() != Signing.State.SIGNED) {
            return;
        }
        if (told.refusedBecause() != null) {
            voided(signing, told.refusedBecause(), told.at());
            return;
        }
        signing.issued(told.at());
        registers.issued(signing.id(), told.at());
    }

    /** Attempts whose process died: their numbers get their line's end. */
    @Transactional
    int sweep(Instant before) {
        List<Signing> forgotten = signings.forgotten(before);
        forgotten.forEach(each -> voided(each, "INTERRUPTED", now()));
        return forgotten.size();
    }

    private void voided(Signing signing, String reason, Instant at) {
        signing.voided(reason, at);
        registers.voided(signing.id(), reason, at);
    }

    private Begun again(Signing known, Asked asked) {
        if (!known.caseId().equals(asked.caseId())
                || !known.signer().equals(asked.officer().subject())
                || !known.request().equals(asked.text())) {
            throw new ProblemException(ProcessingProblem.SIGNING_OTHER);
        }
        if (known.state() == Signing.State.VOID) {
            throw new ProblemException(ProcessingProblem.SIGNING_SUPERSEDED).with("reason", known.reason());
        }
        if (known.state() != Signing.State.GIVEN) {
            return new Begun(known, null, List.of(), null);
        }
        Ready ready = cases.ready(asked.caseId(), asked.ifMatch(), asked.officer());
        if (!known.act().equals(ready.act()) || !known.source().equals(ready.draft())) {
            throw new ProblemException(ProcessingProblem.SIGNING_OTHER); // numbered for another file
        }
        return new Begun(known, ready, registers.of(known.id()), replaced(ready));
    }

    private String replaced(Ready ready) {
        Signing former = ready.replaces() == null ? null : signings.ofResult(ready.replaces());
        return former == null ? null : former.number();
    }

    private static List<Entry> entries(SigningRequest request, Ready ready) {
        if (request.certifies()) {
            return request.items().stream()
                    .map(item -> new Entry(item.register(), null, item.subject().strip(), item.pages(), item.copies()))
                    .toList();
        }
        String type = request.type() != null ? request.type() : ready.granted() ? TYPE_GRANTED : TYPE_REFUSED;
        return List.of(new Entry(RegisterKind.RESULT, type + AGENCY, title(request, ready), 0, 1));
    }

    private static String title(SigningRequest request, Ready ready) {
        if (request.certifies()) {
            return "Lời chứng của người thực hiện chứng thực";
        }
        return ready.granted() ? "Kết quả giải quyết thủ tục hành chính" : "Thông báo từ chối giải quyết";
    }

    private static String text(List<RegisterNumber> numbers) {
        String first = numbers.get(0).text();
        return numbers.size() == 1 ? first : first + " (+" + (numbers.size() - 1) + ")";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
