package vn.motcua.e2e;

import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeAll;
import vn.motcua.devstack.Suite;
import vn.motcua.devstack.TestEvents;

import java.nio.file.Path;

/**
 * Base of all tests against the running suite. The suite starts with the first test of the JVM on random ports, with its data
 * and logs in {@code target/suite}, and ends with the JVM. A test that kills a part starts it again before it ends.
 */
public abstract class SuiteFixture {

    private static Suite suite;
    private static RuntimeException failure;

    /**
     * The suite of this JVM; starts it at the first call.
     *
     * @throws IllegalStateException when it does not start, for every test at once: it is not tried again
     */
    protected static synchronized Suite suite() {
        if (failure != null) {
            throw new IllegalStateException("The suite did not start", failure);
        }
        if (suite == null) {
            suite = started();
        }
        return suite;
    }

    private static Suite started() {
        Suite fresh = Suite.forTests(root(), Path.of("target/suite"));
        Runtime.getRuntime().addShutdownHook(new Thread(fresh::close, "suite-close"));
        try {
            fresh.start();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
        TestEvents.connect(fresh.bootstrapServers());
        return fresh;
    }

    /** The repository. */
    protected static Path root() {
        return Path.of(System.getProperty("motcua.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    @BeforeAll
    static void requestsGoThroughTheGateway() {
        RestAssured.baseURI = suite().publicUrl();
    }
}
