package vn.motcua.processing.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;
import vn.motcua.processing.casework.IssueResult.Issued;
import vn.motcua.processing.catalogue.UnitNames;
import vn.motcua.processing.catalogue.UnitNames.UnitName;
import vn.motcua.processing.officer.Officer;
import vn.motcua.processing.requester.Requesters;
import vn.motcua.processing.result.Upload;
import vn.motcua.processing.signature.Signatory;
import vn.motcua.processing.signature.SignedFile;
import vn.motcua.processing.signature.Signer;
import vn.motcua.processing.signing.SigningSteps.Asked;
import vn.motcua.processing.signing.SigningSteps.Begun;

import java.util.Locale;
import java.util.UUID;

/**
 * Signs and issues a result as one act of the approver: numbers, file, signature, decision. No transaction is open while the file is set
 * and signed. Whatever fails after a number was given leaves a void line that says why.
 */
@ApplicationScoped
class SignResult {
    @Inject
    SigningSteps steps;

    @Inject
    SigningPaper paper;

    @Inject
    Signer signer;

    @Inject
    UnitNames units;

    @Inject
    Requesters requesters;

    @Inject
    ObjectMapper json;

    /** The case's revision after the act. */
    record Done(UUID signing, long revision) {}

    /**
     * @param id made by the caller: the same id and request again is the same signing
     * @throws ProblemException as DECIDE or REISSUE would, if the declaration or a key is missing, or the file cannot be signed
     */
    Done sign(UUID caseId, UUID id, String ifMatch, SigningRequest request, Officer officer) {
        require(request);
        signer.require(new Signatory(officer.subject(), officer.name(), officer.title(), null));
        Asked asked = new Asked(id, caseId, ifMatch, request, text(request), officer);
        Begun begun = steps.begin(asked);
        if (begun.ready() == null) {
            return new Done(id, steps.revision(caseId, officer));
        }
        SignedFile file = file(begun, request, officer);
        try (Upload upload = Upload.of(file.bytes())) {
            Issued issued = steps.finish(asked, begun.ready(), file, upload);
            if (request.certifies()) {
                requesters.note(id);
            }
            return new Done(id, issued.revision());
        } catch (ProblemException refused) {
            steps.fail(id, code(refused));
            throw refused;
        }
    }

    private SignedFile file(Begun begun, SigningRequest request, Officer officer) {
        try {
            UnitName unit = units.of(begun.ready().unit());
            if (unit == null) {
                throw new ProblemException(ProcessingProblem.UNIT_NOT_KNOWN);
            }
            byte[] pdf = paper.of(begun, request, officer, unit);
            Signatory who = new Signatory(officer.subject(), officer.name(), officer.title(), unit.name());
            return signer.sign(pdf, who, begun.ready().at());
        } catch (ProblemException refused) {
            steps.fail(begun.signing().id(), code(refused));
            throw refused;
        } catch (RuntimeException broken) {
            steps.fail(begun.signing().id(), "NOT_SIGNED");
            throw broken;
        }
    }

    private static void require(SigningRequest request) {
        if (!request.declaration()) {
            throw new ProblemException(ProcessingProblem.DECLARATION_MISSING).violation("/declaration", "must be true");
        }
        if (request.certifies()
                && request.items().stream().anyMatch(each -> !each.register().certifies())) {
            throw new ProblemException(ProcessingProblem.NOT_A_CERTIFICATION).violation("/items", "register");
        }
    }

    private static String code(ProblemException refused) {
        return refused.type().slug().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String text(SigningRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
