package vn.motcua.processing.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.ProcessingProblem;

import java.time.Clock;
import java.time.Instant;

/** Which signer this installation has: configured keys, else a demonstration's own authority, else none. */
@Singleton
class Signers {
    @Produces
    @ApplicationScoped
    Signer signer(SignatureConfig config, Clock clock) {
        if (!config.signers().isEmpty()) {
            return new PadesSigner(new KeyFiles(config), clock);
        }
        return config.demo() ? new PadesSigner(new LocalAuthority(clock), clock) : new None();
    }

    /** An installation without keys: results can be uploaded, nothing is signed here. */
    private static final class None implements Signer {
        @Override
        public void require(Signatory who) {
            throw new ProblemException(ProcessingProblem.SIGNING_NOT_CONFIGURED);
        }

        @Override
        public SignedFile sign(byte[] pdf, Signatory who, Instant at) {
            throw new ProblemException(ProcessingProblem.SIGNING_NOT_CONFIGURED);
        }
    }
}
