package vn.motcua.e2e;

import vn.motcua.devstack.Suite;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of the demo users from the real Keycloak, renewed before they end; for many threads. */
final class Tokens {
    static final String RECEPTION = "hoa.reception";
    static final String CASHIER = "thu.cashier";
    static final String SPECIALIST = "tu.specialist";
    static final String CHAIR = "chu.chair";
    static final String DIRECTOR = "giam.director";
    static final String EDITOR = "bien.editor";
    static final String AUDITOR = "kiem.auditor";

    private static final Duration KEPT = Duration.ofMinutes(8);

    private final Suite suite;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    private record Token(String text, long until) {}

    Tokens(Suite suite) {
        this.suite = suite;
    }

    String of(String user) {
        return fresh(user, () -> suite.token(user));
    }

    /** Of the account that may look at parked keys and replay them. */
    String operator() {
        return fresh("operator", () -> suite.serviceToken("operator"));
    }

    private String fresh(String who, java.util.function.Supplier<String> ask) {
        return known.compute(
                        who,
                        (name, old) -> old != null && old.until > System.nanoTime()
                                ? old
                                : new Token(ask.get(), System.nanoTime() + KEPT.toNanos()))
                .text;
    }
}
