package vn.motcua.catalog.check;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Asks a public server whether there is something at an address, and reads nothing of it. Only what the server itself says is gone is
 * dead: silence, refusals and faults say nothing about the link.
 */
@Singleton
class LookAtLink {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int SERVER_FAULT = 500;

    private final Predicate<InetAddress> asked;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    LookAtLink() {
        this(LookAtLink::isPublic);
    }

    /** @param asked whether a server may be asked; those of the house itself never */
    LookAtLink(Predicate<InetAddress> asked) {
        this.asked = asked;
    }

    /** What was found. */
    enum Found {
        ALIVE,
        DEAD,
        UNKNOWN
    }

    Found at(String address) {
        try {
            URI uri = URI.create(address);
            if (!Arrays.stream(InetAddress.getAllByName(uri.getHost())).allMatch(asked)) {
                return Found.UNKNOWN;
            }
            int status = client.send(
                            HttpRequest.newBuilder(uri)
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                    .timeout(PATIENCE)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            boolean gone = status == NOT_FOUND || status == GONE;
            return gone ? Found.DEAD : status < SERVER_FAULT ? Found.ALIVE : Found.UNKNOWN;
        } catch (IOException | IllegalArgumentException silence) {
            return Found.UNKNOWN;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Found.UNKNOWN;
        }
    }

    private static boolean isPublic(InetAddress address) {
        boolean local = address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress();
        boolean uniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return !local && !uniqueLocal && !address.isSiteLocalAddress() && !address.isMulticastAddress();
    }
}
