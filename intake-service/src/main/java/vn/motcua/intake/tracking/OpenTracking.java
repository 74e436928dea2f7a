package vn.motcua.intake.tracking;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.intake.code.DossierCode;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.problem.ProblemException;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Opens a dossier for reading to whoever knows its reference or code and its PIN. */
@ApplicationScoped
public class OpenTracking {
    /** A well-formed hash nobody knows the PIN of: an unknown reference is refused as slowly as a wrong PIN. */
    private static final String NOBODY =
            "pbkdf2$1000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final TrackedDossiers dossiers;
    private final PinGuard guard;
    private final GuessLimit guesses;
    private final Pins pins;
    private final TrackingKey key;
    private final SubjectToken tokens;
    private final MeterRegistry meters;

    OpenTracking(
            TrackedDossiers dossiers,
            PinGuard guard,
            GuessLimit guesses,
            Pins pins,
            TrackingKey key,
            SubjectToken tokens,
            MeterRegistry meters) {
        this.dossiers = dossiers;
        this.guard = guard;
        this.guesses = guesses;
        this.pins = pins;
        this.key = key;
        this.tokens = tokens;
        this.meters = meters;
    }

    /**
     * Checks the PIN.
     *
     * @return the cookie that lets the caller read this dossier for 15 minutes
     * @throws ProblemException as {@link #prove}
     */
    NewCookie open(String referenceOrCode, String pin, boolean secure, String address) {
        return cookie(key.sign(prove(referenceOrCode, pin, address)), secure);
    }

    /**
     * Checks the PIN: whoever knows it speaks for the dossier's people.
     *
     * @param address of the caller, for its limit only
     * @return the dossier's id
     * @throws ProblemException 403 for an unknown handle and for a wrong PIN alike, 429 while tries are slowed or locked
     */
    public UUID prove(String referenceOrCode, String pin, String address) {
        Duration wait = guesses.begin(address);
        if (wait != null) {
            throw refused("slowed", tooEarly(IntakeProblem.TOO_MANY_GUESSES, wait));
        }
        Optional<TrackedDossier> found = dossiers.byReferenceOrCode(readable(referenceOrCode));
        if (found.isEmpty()) {
            pins.matches(pin, NOBODY);
            throw refused("unknown", new ProblemException(IntakeProblem.WRONG_PIN));
        }
        PinGuard.Outcome outcome =
                guard.tried(found.get().id(), pin, found.get().pinHash());
        if (outcome.tooEarly()) {
            throw refused("locked", tooEarly(IntakeProblem.TRACKING_LOCKED, outcome.retryAfter()));
        }
        if (!outcome.right()) {
            throw refused("wrong", new ProblemException(IntakeProblem.WRONG_PIN));
        }
        guesses.right(address);
        count("opened");
        return found.get().id();
    }

    /** The dossier a cookie opens; empty without one, or with one that is expired or not ours. */
    Optional<TrackedDossier> current(String token) {
        return tokens.subject(token).map(UUID::fromString).flatMap(dossiers::byId);
    }

    /** References are written by hand: their alphabet has no O, I and L, so that these can only mean 0 and 1. */
    static String readable(String typed) {
        String handle = typed.replace("\0", "").strip().toUpperCase(Locale.ROOT);
        return DossierCode.read(handle).isPresent()
                ? handle
                : handle.replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
    }

    private static ProblemException tooEarly(IntakeProblem problem, Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return new ProblemException(problem, seconds).with("retryAfterSeconds", seconds);
    }

    private ProblemException refused(String outcome, ProblemException problem) {
        count(outcome);
        return problem;
    }

    private void count(String outcome) {
        meters.counter("motcua.tracking.tries", "outcome", outcome).increment();
    }

    static NewCookie cookie(String token, boolean secure) {
        return new NewCookie.Builder(SubjectToken.COOKIE)
                .value(token)
                .path("/")
                .maxAge((int) TrackingKey.LIFE.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
