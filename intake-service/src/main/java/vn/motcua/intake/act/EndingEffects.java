package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.file.FileStore;
import vn.motcua.intake.paper.Papers;
import vn.motcua.intake.payment.Payments;

/** Effects of the acts that end a dossier or ask for its end. */
@ApplicationScoped
class EndingEffects {
    private final Payments payments;
    private final Papers papers;
    private final FileStore files;

    EndingEffects(Payments payments, Papers papers, FileStore files) {
        this.payments = payments;
        this.papers = papers;
        this.files = files;
    }

    /** The case will answer to this very event. */
    void askWithdrawal(Doing doing) {
        doing.dossier().withdrawal().ask(doing.id());
    }

    void keepGoing(Doing doing) {
        doing.dossier().withdrawal().close();
    }

    /** Nothing more is waited for and nothing more is owed; what was paid stays in the books. */
    void endWithoutResult(Doing doing) {
        doing.dossier().over();
        payments.cancelOpen(doing.dossier());
    }

    /** Of a draft that is given up nobody needs the files (Law 91/2025/QH15: kept no longer than their purpose); what was handed in stays. */
    void abandon(Doing doing) {
        endWithoutResult(doing);
        if (doing.dossier().draft()) {
            papers.withoutFiles(doing.dossier(), doing.by(), doing.at());
            doing.dossier().matter().quantities().withoutScans(doing.dossier().revision() + 1);
            files.erase(doing.dossier().id());
        }
    }

    void decide(Doing doing) {
        OfferedBody.Decide body = doing.body(OfferedBody.Decide.class);
        doing.dossier().decided(body.decisionKind(), body.resultId(), body.resultHash());
        doing.details().put("decisionKind", body.decisionKind());
        doing.details().put("resultId", body.resultId());
    }

    void reissue(Doing doing) {
        OfferedBody.Reissue body = doing.body(OfferedBody.Reissue.class);
        doing.dossier().reissued(body.resultId(), body.resultHash());
        doing.details().put("resultId", body.resultId());
        doing.details().put("replaces", body.replaces());
    }

    void handOver(Doing doing) {
        OfferedBody.HandOver body = doing.body(OfferedBody.HandOver.class);
        if (body.originals() == null) {
            doing.dossier().keepsOriginals(false);
        } else {
            papers.giveBack(doing.dossier(), body.originals(), doing.by(), doing.at());
            doing.details().put("originals", body.originals());
        }
        doing.details().put("collector", body.collector());
        doing.details().put("how", body.how());
    }
}
