package vn.motcua.notification.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A port for the mail server that tests open and close on it; until then nobody listens there. */
public class MailPort implements QuarkusTestResourceLifecycleManager {
    static final String PROPERTY = "motcua.test.smtp-port";

    @Override
    public Map<String, String> start() {
        try (ServerSocket socket = new ServerSocket(0)) {
            String port = Integer.toString(socket.getLocalPort());
            System.setProperty(PROPERTY, port);
            return Map.of(
                    "quarkus.mailer.host",
                    "localhost",
                    "quarkus.mailer.port",
                    port,
                    "quarkus.mailer.start-tls",
                    "DISABLED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // nothing was opened
    }
}
