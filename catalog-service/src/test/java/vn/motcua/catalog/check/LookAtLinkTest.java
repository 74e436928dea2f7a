package vn.motcua.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalog.check.LookAtLink.Found;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

class LookAtLinkTest {
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static HttpServer server;
    private static String base;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ASKED.incrementAndGet();
            exchange.sendResponseHeaders(
                    Integer.parseInt(exchange.getRequestURI().getPath().substring(1)), -1);
            exchange.close();
        });
        server.start();
        base = "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "200, ALIVE",
        "302, ALIVE",
        "403, ALIVE",
        "405, ALIVE",
        "404, DEAD",
        "410, DEAD",
        "500, UNKNOWN",
        "503, UNKNOWN"
    })
    void only_what_the_server_says_is_gone_is_dead(int status, Found found) {
        assertThat(new LookAtLink(address -> true).at(base + status)).isEqualTo(found);
    }

    @Test
    void no_server_of_the_house_itself_is_asked() {
        int before = ASKED.get();
        assertThat(new LookAtLink().at(base + "404")).isEqualTo(Found.UNKNOWN);
        for (String inside : new String[] {"10.0.0.1", "192.168.1.1", "169.254.1.1", "[fd00::1]", "[::1]", "0.0.0.0"}) {
            assertThat(new LookAtLink().at("https://" + inside + "/404")).isEqualTo(Found.UNKNOWN);
        }
        assertThat(ASKED).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://khong-co.invalid/a", "https:///a", "no address", "http://localhost:1/a"})
    void silence_says_nothing_about_a_link(String address) {
        assertThat(new LookAtLink(each -> true).at(address)).isEqualTo(Found.UNKNOWN);
    }
}
