package vn.motcua.intake.person;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.platform.idempotency.AnswerKeeping;

import java.util.Base64;

/** Answers kept for repeated requests hold PINs and people: sealed like everything else about them. */
@ApplicationScoped
class SealedAnswers implements AnswerKeeping {
    private final PersonVault vault;

    SealedAnswers(PersonVault vault) {
        this.vault = vault;
    }

    @Override
    public String keep(String body) {
        return Base64.getEncoder().encodeToString(vault.seal(body));
    }

    @Override
    public String give(String kept) {
        // written down before answers were sealed; such rows live for seven days
        if (kept.startsWith("{")) {
            return kept;
        }
        return vault.open(Base64.getDecoder().decode(kept));
    }
}
