package vn.motcua.intake.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.dossier.Action;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.platform.problem.Problems;

import java.util.UUID;

/** What follows a form about one paper: the list again, with what went wrong beside the paper. */
@RequestScoped
class PaperAnswers {
    /** The longest text that a person writes about a paper. */
    static final int TEXT_MAX = 500;

    private final Filing filing;
    private final Wording wording;
    private final IntakeConfig config;

    PaperAnswers(Filing filing, Wording wording, IntakeConfig config) {
        this.filing = filing;
        this.wording = wording;
        this.config = config;
    }

    static String path(UUID id) {
        return PortalAnswer.HOME + "/" + id + "/giay-to";
    }

    /** Of a form sent twice, the second meets a newer revision, and shows the paper as it is. */
    Response changed(UUID id, String component, String lang, Runnable change) {
        try {
            change.run();
            return PortalAnswer.to(path(id) + "#" + component, lang);
        } catch (ProblemException refused) {
            if (refused.type() == Problems.PRECONDITION_FAILED) {
                return PortalAnswer.to(path(id) + "#" + component, lang);
            }
            if (refused.type() == IntakeProblem.PAPERS_CLOSED) {
                return PortalAnswer.to(PortalAnswer.HOME + "/" + id + "?xong=moi", lang);
            }
            String said = said(refused, lang);
            if (said == null) {
                throw refused;
            }
            return refused(id, component, said, refused.type().status(), lang);
        }
    }

    private String said(ProblemException refused, String lang) {
        WrongTexts texts = PortalAnswer.wrong(lang);
        if (refused.type() == Problems.UNSUPPORTED_MEDIA_TYPE) {
            return texts.file_type();
        }
        if (refused.type() == Problems.PAYLOAD_TOO_LARGE) {
            return texts.file_size(config.maxFileBytes() / (1024 * 1024));
        }
        return refused.type() instanceof IntakeProblem of && of.ofPaper() ? PortalAnswer.said(refused, lang) : null;
    }

    /** The list, with what is wrong beside a paper. */
    Response refused(UUID id, String component, String said, int status, String lang) {
        Filing.Own own = filing.seen(id);
        return page(id, own, wording.papers(own, lang).refused(component, said), status, lang);
    }

    Response list(UUID id, String lang) {
        Filing.Own own = filing.seen(id);
        return page(id, own, wording.papers(own, lang), 200, lang);
    }

    private Response page(UUID id, Filing.Own own, PortalTemplates.PaperList papers, int status, String lang) {
        return PortalAnswer.page(
                        status,
                        PortalTemplates.papers(
                                id,
                                own,
                                papers,
                                own.may(Action.SUPPLY),
                                wording.megabytes(),
                                wording.keptUntil(own, lang),
                                lang),
                        lang)
                .build();
    }
}
