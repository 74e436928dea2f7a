package vn.motcua.processing.requester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What processing reads of a dossier, and that nothing hangs on it. */
class IntakeSnapshotTest {
    private static final UUID DOSSIER = UUID.fromString("0b8f2f3e-4a61-4c7e-9d8e-2f6a5b3c7d10");

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String body =
            "{\"id\":\"x\",\"people\":{\"owner\":{\"name\":\" Quàng Thị Vui \",\"citizenNumber\":\"014199001123\"}}}";

    @BeforeEach
    void intake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            asked.add(call.getRequestURI() + " " + call.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_owner_is_read_with_the_officers_own_token() {
        assertThat(snapshot().requester(DOSSIER, "abc")).isEqualTo("Quàng Thị Vui");
        assertThat(asked).containsExactly("/api/intake/dossiers/" + DOSSIER + " Bearer abc");
    }

    @Test
    void what_intake_refuses_or_does_not_tell_is_nobody() {
        for (int refused : new int[] {403, 404}) {
            status = refused;
            assertThat(snapshot().requester(DOSSIER, "abc")).isNull();
        }
        status = 200;
        for (String untold : List.of("{}", "{\"people\":{}}", "{\"people\":{\"owner\":{\"name\":\" \"}}}", "no json")) {
            body = untold;
            assertThat(snapshot().requester(DOSSIER, "abc")).as(untold).isNull();
        }
    }

    @Test
    void an_intake_that_fails_or_answers_no_more_questions_is_away() {
        for (int failed : new int[] {401, 429, 500, 502, 503}) {
            status = failed;
            assertThatThrownBy(() -> snapshot().requester(DOSSIER, "abc"))
                    .isInstanceOf(Snapshot.Away.class)
                    .hasMessage("status " + failed);
        }
    }

    @Test
    void an_intake_that_is_away_is_no_answer_and_one_that_is_not_configured_is_nobody() {
        IntakeSnapshot here = snapshot();
        server.stop(0);
        assertThatThrownBy(() -> here.requester(DOSSIER, "abc")).isInstanceOf(Snapshot.Away.class);
        assertThat(new IntakeSnapshot((URI) null).requester(DOSSIER, "abc")).isNull();
        assertThat(here.requester(DOSSIER, null)).isNull();
    }

    private IntakeSnapshot snapshot() {
        return new IntakeSnapshot(
                URI.create("http://localhost:" + server.getAddress().getPort()));
    }
}
