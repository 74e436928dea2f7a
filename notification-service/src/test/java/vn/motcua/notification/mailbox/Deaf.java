package vn.motcua.notification.mailbox;

import java.io.IOException;
import java.net.ServerSocket;

/** A port on which nobody listens. */
final class Deaf {
    private Deaf() {}

    static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
