package vn.motcua.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts the gateway. The framework would refuse what is no address with an answer that says nothing; that look is switched off, for
 * {@link FirstLook} refuses the same with a problem detail (ADR 11).
 */
@QuarkusMain
public final class Start {

    private Start() {}

    /** @param arguments passed on */
    public static void main(String... arguments) {
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
