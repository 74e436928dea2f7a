package vn.motcua.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.feedback.TakeLetter;
import vn.motcua.platform.sql.Sql;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A unit's mailbox on a real IMAP server. */
@QuarkusTest
class ReadMailboxServiceTest extends MailboxCase {
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0, 'I', 'E', 'N', 'D', 1, 2, 3, 4
    };

    @Test
    void a_letter_is_a_feedback_that_counts_and_is_acknowledged_by_letter_and_the_mailbox_stays_as_it_was()
            throws Exception {
        post.comes(
                "Subject: =?utf-8?B?SOG6uW4gbWkgY2jGsGEgdHLhuqM=?=\r\nContent-Type: text/plain; charset=utf-8\r\n",
                "Đã ba tuần.\r\n");

        assertThat(reader().look(box)).as("nothing more waits").isFalse();
        reader().look(box);

        assertThat(outcomes()).containsExactly("TAKEN");
        Kept feedback = kept().get(0);
        assertThat(feedback.channel()).isEqualTo("EMAIL");
        assertThat(feedback.state()).isEqualTo("RECEIVED");
        assertThat(feedback.toldBy()).isEqualTo("EMAIL");
        assertThat(said(feedback.id())).contains("Hẹn mi chưa trả\\n\\nĐã ba tuần.", sender);
        assertThat(Sql.query(
                        source,
                        "select template from message where feedback_id = ?",
                        row -> row.getString(1),
                        feedback.id()))
                .containsExactly("feedback-received");
        assertThat(post.letters()).hasSize(1);
        assertThat(post.letters()[0].isSet(jakarta.mail.Flags.Flag.SEEN)).isFalse();
    }

    @Test
    void html_becomes_text_and_files_are_judged_by_their_content() throws Exception {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart html = new MimeBodyPart();
        html.setContent(
                "<style>p{}</style><p>Thu phí <b>cao</b></p><script>alert(1)</script><p>ở quầy&nbsp;2</p>",
                "text/html; charset=utf-8");
        parts.addBodyPart(html);
        Post.file(parts, "anh.png", "application/octet-stream", PNG);
        Post.file(parts, "virus.png", "image/png", "MZ not a picture".getBytes(StandardCharsets.UTF_8));
        Post.file(parts, "to.pdf", "application/pdf", new byte[TakeLetter.FILE_BYTES_MOST * 11 / 10]);
        MimeMessage letter = post.letter("Subject: Phi\r\n", "");
        letter.setContent(parts);
        letter.saveChanges();
        post.deliver(letter);

        reader().look(box);

        String whole = said(kept().get(0).id());
        assertThat(whole)
                .contains("Phi\\n\\nThu phí cao\\nở quầy", "virus.png, to.pdf")
                .doesNotContain("alert", "p{}", "anh.png");
        assertThat(Sql.query(
                        source,
                        "select media_type from feedback_file where feedback_id = ?",
                        row -> row.getString(1),
                        kept().get(0).id()))
                .containsExactly("image/png");
    }

    @Test
    void what_a_program_a_list_or_this_house_wrote_is_not_taken_and_so_never_answered() throws Exception {
        post.comes("Auto-Submitted: auto-replied\r\nSubject: Out of office\r\n", "x");
        post.comes("List-Id: <news.example.vn>\r\n", "x");
        post.comes("Precedence: bulk\r\n", "x");
        post.comes("Return-Path: <>\r\n", "x");
        post.comes("From: MAILER-DAEMON@example.vn\r\nSubject: Undelivered\r\n", "x");
        post.comes(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
                "--b\r\n\r\nx\r\n--b--\r\n");
        post.comes("From: motcua@MUONGSAI.example\r\n", "our own letter that came back");
        post.comes("From: \r\n", "nobody");
        post.comes("Subject: \r\n", "  \r\n");
        post.comes("Auto-Submitted: no\r\nSubject: Toi viet\r\n", "Tôi tự viết");

        reader().look(box);

        assertThat(outcomes())
                .containsExactly(
                        "AUTOMATIC",
                        "AUTOMATIC",
                        "AUTOMATIC",
                        "AUTOMATIC",
                        "AUTOMATIC",
                        "AUTOMATIC",
                        "OWN",
                        "NO_SENDER",
                        "EMPTY",
                        "TAKEN");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whoever_dies_between_two_letters_or_in_the_middle_of_one_loses_and_doubles_nothing() throws Exception {
        for (int i = 0; i < 4; i++) {
            post.comes("Subject: Thu " + i + "\r\n", "Nội dung " + i);
        }
        for (int die = 1; die <= 3; die++) {
            Dying dying = new Dying(take, die % 3);
            assertThatThrownBy(() -> reader(dying).look(box)).hasCauseInstanceOf(Dying.Killed.class);
        }
        reader().look(box);
        reader().look(box);

        assertThat(outcomes()).hasSize(4).containsOnly("TAKEN");
        assertThat(kept().stream().map(Kept::id).distinct()).hasSize(4);
        assertThat(Sql.query(
                        source,
                        "select count(*) from contact_load where what = 'MAILED' and times = 4",
                        row -> row.getInt(1)))
                .as("what was rolled back counts nothing")
                .containsExactly(1);
    }

    @Test
    void a_mailbox_that_numbers_its_letters_anew_doubles_none_and_a_copy_is_the_same_letter() throws Exception {
        String headers = "Message-ID: <" + UUID.randomUUID() + "@example.vn>\r\nSubject: Mot\r\n";
        post.comes(headers, "Một");
        post.comes(headers, "Một");
        post.comes("Subject: Hai\r\n", "Hai");
        reader().look(box);
        assertThat(kept()).hasSize(2);

        Sql.update(source, "update mailbox set uid_validity = uid_validity + 1, last_uid = 0 where box = ?", box.key());
        Sql.update(source, "update mail_seen set uid_validity = uid_validity - 1 where box = ?", box.key());
        reader().look(box);

        assertThat(kept()).hasSize(2);
    }

    @Test
    void letters_from_before_the_day_that_is_set_stay_where_they_are() throws Exception {
        post.comes("Subject: Cu\r\n", "Cũ");
        box = box(post.port(), Instant.now().plus(Duration.ofHours(1)));
        reader().look(box);
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void a_letter_is_received_when_it_came_and_its_limits_run_from_then_and_never_from_tomorrow() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant longAgo = now.minus(Duration.ofDays(20));
        post.came(longAgo, "Subject: Cu\r\n", "Cũ");
        post.came(now.plus(Duration.ofDays(1)), "Subject: Mai\r\n", "Mai");

        reader().look(box);

        record Times(Instant received, Instant screen, Instant act) {}
        List<Times> times = Sql.query(
                source,
                "select f.received_at, f.screen_due, a.at from mail_seen s join feedback f on f.id = s.feedback_id"
                        + " join feedback_act a on a.feedback_id = f.id where s.box = ? order by s.uid",
                row -> new Times(
                        row.getTimestamp(1).toInstant(),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()),
                box.key());
        assertThat(times.get(0).received()).isEqualTo(longAgo);
        assertThat(times.get(0).screen()).as("two working days, all over").isBefore(now);
        assertThat(times.get(0).act()).as("when it was read").isAfter(longAgo.plus(Duration.ofDays(19)));
        assertThat(times.get(1).received()).isEqualTo(times.get(1).act());
    }

    @Test
    void who_answers_the_letter_that_asked_has_replied_and_no_officer_reads_the_code_it_quotes() throws Exception {
        post.comes("Subject: Mot\r\n", "Một");
        reader().look(box);
        UUID feedback = kept().get(0).id();
        String code = Sql.query(source, "select code from feedback where id = ?", row -> row.getString(1), feedback)
                .get(0);
        String reply = "Hôm qua\r\n> Ma gop y: " + code + "\r\n> http://localhost/x/0123456789ab\r\nGọi 0912345678"
                + " rồi".repeat(1500);
        String headers = "Content-Type: text/plain; charset=utf-8\r\nSubject: Re: Moi cho biet them - " + code + "\r\n";
        Sql.update(
                source,
                "update feedback set state = 'ASKED', paused_since = received_at, handler_subject = 'x', handler_name = 'Cà Văn Bình' where id = ?",
                feedback);
        post.comes(headers, reply);
        post.comes(headers, reply);

        reader().look(box);

        assertThat(kept()).hasSize(3);
        assertThat(kept().get(1).id()).isEqualTo(feedback);
        assertThat(kept().get(1).state()).isEqualTo("ASSIGNED");
        assertThat(kept().get(2).id()).as("nothing was asked any more").isNotEqualTo(feedback);
        for (UUID each : List.of(feedback, kept().get(2).id())) {
            assertThat(said(each))
                    .contains("Hôm qua", "Gọi 0912345678", "Thư dài hơn 4.000 ký tự")
                    .doesNotContain(code, "0123456789ab");
        }
    }

    @Test
    void a_long_letter_is_cut_and_the_history_says_so() throws Exception {
        post.comes("Subject: Dai\r\nContent-Type: text/plain; charset=utf-8\r\n", "Dài quá. ".repeat(1000));
        reader().look(box);
        assertThat(said(kept().get(0).id())).contains("Thư dài hơn 4.000 ký tự");
    }

    @Test
    void a_sender_that_no_letter_can_be_sent_to_is_kept_as_contact_and_is_not_anonymous() throws Exception {
        String odd = "an&binh-" + UUID.randomUUID() + "@example.vn";
        post.comes("From: " + odd + "\r\nSubject: La\r\n", "Lạ");
        reader().look(box);
        assertThat(kept().get(0).toldBy()).isEqualTo("PAGE");
        assertThat(kept().get(0).contact()).isTrue();
        assertThat(said(kept().get(0).id())).contains(odd);
    }
}
