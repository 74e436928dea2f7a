package vn.motcua.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.Mail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.contact.FakeIntake;
import vn.motcua.notification.delivery.Answer;
import vn.motcua.notification.delivery.ChannelKind;
import vn.motcua.notification.delivery.FeedbackWishes;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.message.FeedbackFact;
import vn.motcua.notification.message.FeedbackMessages;
import vn.motcua.notification.support.Service;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Letters through quarkus-mailer to GreenMail. */
@QuarkusTest
@QuarkusTestResource(MailPort.class)
class MailWayServiceTest {
    private static final List<List<ChannelKind>> LETTER = List.of(List.of(EMAIL));

    @Inject
    AgroalDataSource source;

    @Inject
    Letters letters;

    @Inject
    FeedbackMessages feedback;

    @Inject
    FeedbackWishes wishes;

    private final MovableClock clock = new MovableClock();
    private final FakeIntake intake = new FakeIntake();
    private GreenMail server;
    private Flow flow;

    @BeforeEach
    void begin() {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
        flow = new Flow(source, clock, receipts -> List.of(way(Map.of())));
    }

    @AfterEach
    void end() {
        intake.close();
        if (server != null) {
            server.stop();
        }
    }

    private void open() {
        server = new GreenMail(new ServerSetup(port(), "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private MailWay way(Map<String, String> mailboxes) {
        return new MailWay(Optional.of("Một Cửa <motcua@muongsai.example>"), mailboxes, letters, intake.forms());
    }

    private static int port() {
        return Integer.getInteger(MailPort.PROPERTY);
    }

    @Test
    void a_letter_has_text_and_html_and_the_form_it_goes_with() throws Exception {
        open();
        intake.form("RECEIPT", "01", "%PDF-1.7 form");
        UUID message = flow.message("x", "received", LETTER);

        flow.send();

        assertThat(flow.states(message)).containsExactly("EMAIL HANDED_OVER");
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("Đã có kết quả · H52.712.00");
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("vui@example.vn");
        assertThat(mail.getMessageID()).contains("@muongsai.example");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).isEqualTo("<https://example.vn/x/0123456789ab/nhan-tin>");
        List<String> types = new ArrayList<>();
        types((Multipart) mail.getContent(), types);
        assertThat(types)
                .anyMatch(type -> type.startsWith("text/plain"))
                .anyMatch(type -> type.startsWith("text/html"))
                .anyMatch(type -> type.startsWith("application/pdf") && type.contains("mau-01.pdf"));
    }

    @Test
    void a_letter_about_feedback_has_text_and_html_with_its_code_and_link_and_no_word_of_what_was_said()
            throws Exception {
        open();
        Flow told = new Flow(source, clock, receipts -> List.of(way(Map.of())), Map.of(), wishes);
        UUID message = feedback.told(told, clock, EMAIL, "vui.gopy@example.vn", FeedbackFact.ANSWERED);

        told.send();
        told.send();

        assertThat(told.states(message)).containsExactly("EMAIL HANDED_OVER");
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("vui.gopy@example.vn");
        assertThat(mail.getSubject()).startsWith("Góp ý, phản ánh đã được trả lời · ");
        String code = mail.getSubject().split(" · ")[1];
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        List<String> said = new ArrayList<>();
        bodies((Multipart) mail.getContent(), said);
        assertThat(said).hasSize(2).allSatisfy(body -> assertThat(body)
                .contains("Mã góp ý: " + code, "/x/", "xã Mường Sại")
                .doesNotContain("Hẹn ba lần", "{", "null"));
        assertThat(intake.asked()).as("nobody else is asked where they are").isEmpty();
    }

    static void bodies(Multipart parts, List<String> said) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            Object content = parts.getBodyPart(i).getContent();
            if (content instanceof Multipart inner) {
                bodies(inner, said);
            } else {
                said.add(content.toString());
            }
        }
    }

    private static void types(Multipart parts, List<String> types) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                types(inner, types);
            } else {
                types.add(part.getContentType() + " " + part.getFileName());
            }
        }
    }

    @Test
    void a_message_without_a_form_is_a_letter_without_an_attachment() throws Exception {
        open();
        UUID message = flow.message("x", "result-ready", LETTER);
        flow.send();

        assertThat(flow.states(message)).containsExactly("EMAIL HANDED_OVER");
        String raw = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
        assertThat(raw).contains("multipart/alternative").doesNotContain("application/pdf");
        assertThat(intake.asked()).isEmpty();
    }

    @Test
    void a_server_that_is_down_for_an_hour_loses_nothing_and_gets_one_letter_each() {
        List<UUID> messages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            messages.add(flow.message("x", "result-ready", LETTER));
        }
        for (int minutes = 0; minutes < 60; minutes += 10) {
            flow.send();
            clock.advance(Duration.ofMinutes(10));
        }
        messages.forEach(message -> assertThat(flow.states(message)).containsExactly("EMAIL WAITING"));

        open();
        for (int minutes = 0; minutes < 60; minutes += 10) {
            flow.send();
            clock.advance(Duration.ofMinutes(10));
        }

        messages.forEach(message -> assertThat(flow.states(message)).containsExactly("EMAIL HANDED_OVER"));
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void a_letter_waits_while_intake_does_not_give_its_form() {
        open();
        intake.down();
        UUID message = flow.message("x", "received", LETTER);
        flow.send();
        assertThat(flow.states(message)).containsExactly("EMAIL WAITING");
        assertThat(flow.reasons(message)).containsExactly("no-form-now");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_line_that_breaks_after_the_letter_was_given_away_is_unknown_and_not_repeated() throws Exception {
        try (ServerSocket broken = new ServerSocket(port(), 5, InetAddress.getByName("localhost"))) {
            Thread talk = new Thread(() -> talkAndBreak(broken), "breaking-smtp");
            talk.setDaemon(true);
            talk.start();
            UUID message = flow.message("x", "result-ready", LETTER);
            flow.send();
            assertThat(flow.states(message)).containsExactly("EMAIL UNKNOWN");
            clock.advance(Flow.WINDOW.plusMinutes(1));
            flow.send();
            assertThat(flow.states(message)).containsExactly("EMAIL GIVEN_UP");
        }
    }

    @Test
    void a_server_that_answers_nothing_puts_three_letters_in_doubt_and_the_others_wait() {
        Letters silent = new Letters(null, null) {
            @Override
            void send(Mail mail) {
                throw new CompletionException(new TimeoutException());
            }
        };
        Flow muted = new Flow(
                source,
                clock,
                receipts ->
                        List.of(new MailWay(Optional.of("motcua@muongsai.example"), Map.of(), silent, intake.forms())));
        List<String> states = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID message = muted.message("x", "result-ready", LETTER);
            muted.send();
            states.addAll(muted.states(message));
        }
        assertThat(states)
                .containsExactly("EMAIL UNKNOWN", "EMAIL UNKNOWN", "EMAIL UNKNOWN", "EMAIL WAITING", "EMAIL WAITING");
    }

    @Test
    void a_final_no_of_the_server_is_not_tried_again() throws Exception {
        try (ServerSocket strict = new ServerSocket(port(), 5, InetAddress.getByName("localhost"))) {
            Thread talk = new Thread(() -> refuse(strict), "strict-smtp");
            talk.setDaemon(true);
            talk.start();
            UUID message = flow.message("x", "result-ready", LETTER);
            flow.send();
            assertThat(flow.states(message)).containsExactly("EMAIL FAILED");
            assertThat(flow.reasons(message)).containsExactly("status-550");
        }
    }

    @Test
    void a_server_that_lets_nobody_in_or_wants_another_login_gets_the_letter_later() throws Exception {
        for (String no : List.of("554 no service here", "530 log in first", "535 not you", "538 not without TLS")) {
            Flow.forget(source);
            try (ServerSocket closed = new ServerSocket(port(), 5, InetAddress.getByName("localhost"))) {
                Thread talk = new Thread(() -> talk(closed, no.startsWith("554") ? "" : "MAIL", no), "closed-smtp");
                talk.setDaemon(true);
                talk.start();
                UUID message = flow.message("x", "result-ready", LETTER);
                flow.send();
                assertThat(flow.states(message)).as(no).containsExactly("EMAIL WAITING");
                assertThat(flow.reasons(message)).containsExactly("status-" + no.substring(0, 3));
            }
        }
    }

    @Test
    void a_server_without_the_tls_or_the_login_that_is_asked_for_is_not_in_doubt() {
        for (String said : List.of(
                "STARTTLS required but not supported by server",
                "login is required, but no credentials supplied",
                "AUTH PLAIN failed: 504 what")) {
            Answer answer = MailWay.answer(new RuntimeException(new NoStackTraceThrowable(said)));
            assertThat(answer.kind()).as(said).isEqualTo(Answer.Kind.LATER);
        }
    }

    /** Says yes to everything and closes instead of answering the end of the letter. */
    private static void talkAndBreak(ServerSocket server) {
        talk(server, null, null);
    }

    private static void refuse(ServerSocket server) {
        talk(server, "RCPT", "550 no such user");
    }

    /** @param to the command that gets the no; empty for the greeting */
    private static void talk(ServerSocket server, String to, String no) {
        try (Socket line = server.accept()) {
            OutputStream out = line.getOutputStream();
            var in = new java.io.BufferedReader(
                    new java.io.InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            say(out, "".equals(to) ? no : "220 hello");
            boolean data = false;
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                if (data) {
                    if (said.equals(".")) {
                        return;
                    }
                } else if (said.startsWith("DATA")) {
                    data = true;
                    say(out, "354 go on");
                } else if (to != null && !to.isEmpty() && said.startsWith(to)) {
                    say(out, no);
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // the other side has closed
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
