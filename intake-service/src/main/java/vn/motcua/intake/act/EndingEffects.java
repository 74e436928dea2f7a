package vn.motcua.intake.act;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.intake.payment.Payments;

/** Effects of the acts that end a dossier or ask for its end. */
@ApplicationScoped
class EndingEffects {
    private final Payments payments;

    EndingEffects(Payments payments) {
        this.payments = payments;
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
        doing.dossier().keepsOriginals(false);
        doing.details().put("collector", body.collector());
        doing.details().put("how", body.how());
    }
}
