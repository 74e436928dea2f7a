package vn.motcua.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.delivery.Answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** What the mail client says of a letter that has not left, whoever's fault it is: nothing of it is in doubt. */
class MailAnswersTest {
    private static Vertx vertx;

    @BeforeAll
    static void begin() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_server_whose_certificate_is_not_trusted_gets_the_letter_later() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            MailConfig config = config(server.getSmtps().getPort()).setSsl(true);
            assertThat(sent(config, "a@example.vn").kind()).isEqualTo(Answer.Kind.LATER);
        } finally {
            server.stop();
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_takes_up_no_line_is_known_to_be_down_before_the_letter_is_in_doubt() {
        assertThat(Letters.PATIENCE.toMillis())
                .isGreaterThan(new MailConfig().getConnectTimeout()
                        + Duration.ofSeconds(10).toMillis());
        assertThat(MailWay.answer(new ConnectTimeoutException()).kind()).isEqualTo(Answer.Kind.LATER);
    }

    @Test
    void a_server_that_offers_tls_and_cannot_speak_it_gets_the_letter_later() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            talk(server, "STARTTLS", "220 go on", "500 what is this");
            MailConfig config = config(server.getLocalPort()).setStarttls(StartTLSOptions.REQUIRED);
            assertThat(sent(config, "a@example.vn").kind()).isEqualTo(Answer.Kind.LATER);
        }
    }

    @Test
    void a_server_that_does_not_take_our_own_sender_gets_the_letter_later() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            talk(server, "MAIL", "553 not your address", null);
            assertThat(sent(config(server.getLocalPort()), "a@example.vn").kind())
                    .isEqualTo(Answer.Kind.LATER);
        }
    }

    @Test
    void a_letter_larger_than_the_server_takes_is_refused_and_not_in_doubt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            talk(server, "EHLO", "250-here\r\n250 SIZE 10", null);
            assertThat(sent(config(server.getLocalPort()), "a@example.vn").kind())
                    .isEqualTo(Answer.Kind.REFUSED);
        }
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            talk(server, "MAIL", "552 too large", null);
            assertThat(sent(config(server.getLocalPort()), "a@example.vn").kind())
                    .isEqualTo(Answer.Kind.REFUSED);
        }
    }

    @Test
    void an_address_that_no_letter_can_be_sent_to_is_refused_and_not_in_doubt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            talk(server, "NOTHING", null, null);
            assertThat(sent(config(server.getLocalPort()), "a@b@c d").kind()).isEqualTo(Answer.Kind.REFUSED);
        }
    }

    private static MailConfig config(int port) {
        return new MailConfig("localhost", port).setStarttls(StartTLSOptions.DISABLED);
    }

    private static Answer sent(MailConfig config, String to) throws Exception {
        MailMessage letter = new MailMessage("motcua@example.vn", to, "title", "text").setHtml("<p>text</p>");
        try {
            MailClient.create(vertx, config)
                    .sendMail(letter)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS);
            return Answer.taken(List.of());
        } catch (ExecutionException failed) {
            return MailWay.answer(failed);
        }
    }

    /** Says yes to everything but one command. */
    private static void talk(ServerSocket server, String command, String answer, String then) {
        Thread thread = new Thread(
                () -> {
                    try (Socket line = server.accept()) {
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
                        say(line, "220 hello");
                        for (String said = in.readLine(); said != null; said = in.readLine()) {
                            if (said.startsWith(command)) {
                                say(line, answer);
                                if (then != null) {
                                    say(line, then);
                                }
                            } else {
                                say(line, said.startsWith("EHLO") ? "250-here\r\n250 STARTTLS" : "250 ok");
                            }
                        }
                    } catch (IOException gone) {
                        // the other side has closed
                    }
                },
                "talking-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }
}
