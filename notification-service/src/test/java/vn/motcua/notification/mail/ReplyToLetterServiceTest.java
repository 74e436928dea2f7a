package vn.motcua.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.notification.delivery.ChannelKind.EMAIL;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.devstack.MovableClock;
import vn.motcua.notification.contact.FakeIntake;
import vn.motcua.notification.delivery.FeedbackWishes;
import vn.motcua.notification.delivery.Flow;
import vn.motcua.notification.feedback.TakeLetter;
import vn.motcua.notification.mailbox.Postman;
import vn.motcua.notification.message.FeedbackFact;
import vn.motcua.notification.message.FeedbackMessages;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A letter about feedback that goes out, and the reply to it that comes in. */
@QuarkusTest
@QuarkusTestResource(MailPort.class)
class ReplyToLetterServiceTest {
    @Inject
    AgroalDataSource source;

    @Inject
    Letters letters;

    @Inject
    FeedbackMessages feedback;

    @Inject
    FeedbackWishes wishes;

    @Inject
    TakeLetter take;

    private final MovableClock clock = new MovableClock();
    private final FakeIntake intake = new FakeIntake();
    private GreenMail server;

    @BeforeEach
    void begin() {
        Service.ready();
        Flow.forget(source);
        clock.setLegal("2026-11-23T10:00");
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(Integer.getInteger(MailPort.PROPERTY), "localhost", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
    }

    @AfterEach
    void end() {
        intake.close();
        server.stop();
    }

    private Flow told(Map<String, String> mailboxes) {
        MailWay way = new MailWay(Optional.of("Một Cửa <motcua@muongsai.example>"), mailboxes, letters, intake.forms());
        return new Flow(source, clock, receipts -> List.of(way), Map.of(), wishes);
    }

    @Test
    void who_presses_reply_on_the_letter_that_asked_has_replied_whichever_mailbox_of_the_house_gets_it()
            throws Exception {
        for (String unit : List.of(Flow.UNIT, "14-03703-20250701")) {
            String address = "gopy-" + UUID.randomUUID() + "@muongsai.example";
            server.setUser(address, address, "secret");
            Flow told = told(Map.of(Flow.UNIT, address));
            String person = "vui-" + UUID.randomUUID() + "@example.vn";
            UUID message = feedback.told(told, clock, EMAIL, person, FeedbackFact.ASKED_BACK);
            told.send();
            MimeMessage asked = to(person);
            Sql.update(
                    source,
                    "update feedback set state = 'ASKED', paused_since = received_at, handler_subject = 'x', handler_name = 'Cà Văn Bình'"
                            + " where id = (select feedback_id from message where id = ?)",
                    message);

            MimeMessage reply = (MimeMessage) asked.reply(false);
            reply.setFrom(person);
            reply.setText("Hôm qua, ở quầy 2", "utf-8");
            reply.saveChanges();
            assertThat(reply.getAllRecipients()).extracting(Object::toString).containsExactly(address);
            server.getUserManager().getUser(address).deliver(reply);
            Postman.looks(source, take, clock, unit, server.getImap().getPort(), address);

            assertThat(Sql.query(
                            source,
                            "select state from feedback where id = (select feedback_id from message where id = ?)",
                            row -> row.getString(1),
                            message))
                    .as(unit)
                    .containsExactly("ASSIGNED");
        }
    }

    @Test
    void a_letter_about_feedback_of_a_unit_without_a_mailbox_says_that_replies_are_not_read() throws Exception {
        Flow told = told(Map.of("14-03703-20250701", "gopy@khac.example"));
        feedback.told(told, clock, EMAIL, "vui.gopy@example.vn", FeedbackFact.ASKED_BACK);
        told.send();

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Reply-To")).isNull();
        List<String> said = new ArrayList<>();
        MailWayServiceTest.bodies((Multipart) mail.getContent(), said);
        assertThat(said).allSatisfy(body -> assertThat(body).contains("thư trả lời không có người đọc"));
    }

    private MimeMessage to(String person) throws Exception {
        for (MimeMessage each : server.getReceivedMessages()) {
            if (each.getAllRecipients()[0].toString().equals(person)) {
                return each;
            }
        }
        throw new AssertionError("no letter to " + person);
    }
}
