package vn.motcua.e2e;

import vn.motcua.devstack.Suite;
import vn.motcua.devstack.SuitePart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A person who tracks a dossier from an address of their own: straight at the service, where the gateway would have told the address. */
final class Tracking {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private Tracking() {}

    /** An address that nobody else of this run has. */
    static String address() {
        int number = PEOPLE.incrementAndGet();
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    static Wire.Answer ask(Suite suite, String address, Map<String, Object> body) {
        try (Wire wire = new Wire(suite.url(SuitePart.INTAKE))) {
            return wire.send(Wire.Request.of("POST", "/api/intake/tracking")
                    .header("X-Forwarded-For", address)
                    .json(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cookie's value. */
    static String open(Suite suite, String reference, String pin) {
        Wire.Answer answer = ask(suite, address(), Map.of("reference", reference, "pin", pin));
        if (answer.status() != 200) {
            throw new AssertionError("tracking: " + answer);
        }
        String cookie = answer.header("set-cookie");
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }
}
