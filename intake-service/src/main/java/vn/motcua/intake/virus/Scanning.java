package vn.motcua.intake.virus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.motcua.intake.IntakeConfig;
import vn.motcua.intake.IntakeConfig.VirusScanner.WhenAway;
import vn.motcua.intake.IntakeProblem;
import vn.motcua.platform.problem.ProblemException;

import java.io.IOException;
import java.io.InputStream;

/**
 * Whether a file that comes in is taken. While the scanner is away a file is refused, so that nothing is acknowledged that might have
 * to be taken back; or, where the centre chose so, taken, marked and scanned once the scanner is back.
 */
@ApplicationScoped
public class Scanning {
    private static final Logger LOG = Logger.getLogger(Scanning.class);

    private final VirusScan scanner;
    private final WhenAway whenAway;

    @Inject
    Scanning(IntakeConfig config) {
        this(
                config.virusScan()
                        .host()
                        .map(host -> new ClamAv(host, config.virusScan().port()))
                        .orElse(null),
                config.virusScan().whenAway());
    }

    /** @param scanner null for none */
    public Scanning(VirusScan scanner, WhenAway whenAway) {
        this.scanner = scanner;
        this.whenAway = whenAway;
    }

    /** Whether a scanner is set up. */
    public enum State {
        OFF,
        ON,
        AWAY
    }

    public State state() {
        if (scanner == null) {
            return State.OFF;
        }
        return scanner.answers() ? State.ON : State.AWAY;
    }

    /**
     * Looks at a file on its way in.
     *
     * @throws ProblemException 422 {@code file-infected}; where files do not wait for the scanner, 503 {@code scanner-away} or 422
     *     {@code file-not-scanned}
     */
    public Scan incoming(InputStream content) throws IOException {
        if (scanner == null) {
            return Scan.OFF;
        }
        try {
            VirusScan.Verdict verdict = scanner.scan(content);
            if (!verdict.clean()) {
                LOG.warnf("a file was refused: %s", verdict.signature());
                throw infected();
            }
            return Scan.CLEAN;
        } catch (VirusScan.Away away) {
            LOG.warn("the virus scanner is away", away);
            return unscanned(IntakeProblem.SCANNER_AWAY);
        } catch (VirusScan.NotScanned notScanned) {
            LOG.warn("a file was not scanned", notScanned);
            return unscanned(IntakeProblem.FILE_NOT_SCANNED);
        }
    }

    private Scan unscanned(IntakeProblem why) {
        if (whenAway == WhenAway.REFUSE) {
            throw new ProblemException(why);
        }
        return Scan.WAITING;
    }

    /**
     * Looks at a file that was taken while the scanner was away.
     *
     * @throws VirusScan.Away while it still is
     * @throws VirusScan.NotScanned where it cannot scan this file
     */
    public Scan waiting(InputStream content) throws IOException {
        if (scanner == null) {
            throw new VirusScan.Away("no virus scanner is set up", null);
        }
        VirusScan.Verdict verdict = scanner.scan(content);
        if (!verdict.clean()) {
            LOG.warnf("a file that was taken is infected and locked up: %s", verdict.signature());
        }
        return verdict.clean() ? Scan.CLEAN : Scan.INFECTED;
    }

    /** The refusal of an infected file, coming in or asked for. */
    public static ProblemException infected() {
        return new ProblemException(IntakeProblem.FILE_INFECTED);
    }
}
