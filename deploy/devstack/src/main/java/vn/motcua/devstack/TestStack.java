package vn.motcua.devstack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The stack of the tests of one JVM. It lives in the system class loader, so that application restarts and their class
 * loaders share it; the addresses are also left in system properties for {@link TestEvents}.
 */
public final class TestStack {

    static final String BOOTSTRAP_PROPERTY = "motcua.test.bootstrap";
    static final String OUTSIDE_PROPERTY = "motcua.test.bootstrap.outside";
    static final String JDBC_PROPERTY = "motcua.test.jdbc";

    private static Map<String, String> addresses;

    private TestStack() {}

    /** Starts the stack if this JVM has none yet and tells its addresses. */
    static Map<String, String> started() {
        try {
            ClassLoader system = ClassLoader.getSystemClassLoader();
            Class<?> shared = Class.forName(TestStack.class.getName(), true, system);
            @SuppressWarnings("unchecked")
            Map<String, String> result =
                    (Map<String, String>) shared.getMethod("startHere").invoke(null);
            return result;
        } catch (ClassNotFoundException e) {
            return startHere();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The test stack did not start", e.getCause() == null ? e : e.getCause());
        }
    }

    /** Starts the stack in this class loader; called across class loaders by {@link #started()} only. */
    public static synchronized Map<String, String> startHere() {
        if (addresses == null) {
            QuietKafka.apply();
            Stack stack = Stack.forTests();
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "test-stack-close"));
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(TestStack.class.getClassLoader());
            try {
                stack.start();
                stack.createDatabase("app", "app", "test-app");
                Topics.createAll(stack.bootstrapServers(), Topics.TEST_PARTITIONS);
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
            System.setProperty(BOOTSTRAP_PROPERTY, stack.bootstrapServers());
            System.setProperty(OUTSIDE_PROPERTY, stack.outsideServers());
            System.setProperty(JDBC_PROPERTY, stack.jdbcUrl("app"));
            Map<String, String> result = new LinkedHashMap<>();
            result.put(BOOTSTRAP_PROPERTY, stack.bootstrapServers());
            result.put(JDBC_PROPERTY, stack.jdbcUrl("app"));
            addresses = Map.copyOf(result);
        }
        return addresses;
    }
}
