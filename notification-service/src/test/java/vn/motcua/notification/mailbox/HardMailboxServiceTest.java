package vn.motcua.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.motcua.notification.support.Service;
import vn.motcua.platform.sql.Sql;

import java.time.Duration;
import java.time.Instant;

/** Letters that fail, letters without end, and mailboxes that do not answer. */
@QuarkusTest
class HardMailboxServiceTest extends MailboxCase {
    @Test
    void a_letter_that_kills_its_reader_is_seen_while_it_is_under_way_and_set_aside_after_three_times()
            throws Exception {
        post.comes("Subject: Doc\r\n", "Độc");
        post.comes("Subject: Lanh\r\n", "Lành");
        for (int i = 0; i < ReadMailbox.TRIES; i++) {
            assertThatThrownBy(() -> reader(new Dying(take, 0)).look(box)).hasCauseInstanceOf(Dying.Killed.class);
            assertThat(seen.failingSince(box.key())).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
            clock.advance(Duration.ofMinutes(1));
        }

        reader().look(box);

        assertThat(outcomes()).containsExactly("UNREADABLE", "TAKEN");
        assertThat(seen.failingSince(box.key())).isNull();
        assertThat(meters.counter("motcua.mailbox.alarms", "unit", UNIT).count())
                .isEqualTo(1);
    }

    @Test
    void a_letter_that_cannot_be_read_is_tried_three_times_and_then_the_officers_are_told_where_it_lies()
            throws Exception {
        post.comes("Subject: Hong\r\n", "x");
        post.comes("Subject: Lanh\r\n", "Lành");
        ReadMailbox stumbling = reader(take, (letter, unit, own, authservId, came) -> {
            if ("Hong".equals(letter.getSubject())) {
                throw new IllegalStateException("a letter that nobody can read");
            }
            return ReadLetter.of(letter, unit, own, authservId, came);
        });
        for (int i = 1; i < ReadMailbox.TRIES; i++) {
            assertThat(stumbling.look(box)).as("the next look is not at once").isFalse();
            assertThat(outcomes()).isEmpty();
        }

        stumbling.look(box);

        assertThat(outcomes()).containsExactly("UNREADABLE", "TAKEN");
        assertThat(left()).hasSize(1);
        io.restassured.response.Response told = Service.as("reception", UNIT).get("/api/notification/hotline/notices");
        assertThat(told.jsonPath().getList("items.findAll { it.kind == 'LETTER_LEFT' }.letter", Long.class))
                .containsAll(left());
        assertThat(told.jsonPath().getList("items.findAll { it.kind == 'LETTER_LEFT' }.feedbackId"))
                .containsOnlyNulls();
    }

    @Test
    void letters_to_a_unit_that_receives_nothing_wait_and_none_is_set_aside() throws Exception {
        post.comes("Subject: Som\r\n", "Sớm");
        Mailbox receives = box;
        box = new Mailbox(
                "99-99999-20250701",
                "localhost",
                post.port(),
                post.login(),
                "secret",
                ADDRESS,
                null,
                Mailbox.Tls.NONE,
                "INBOX",
                Instant.EPOCH);
        for (int i = 0; i <= ReadMailbox.TRIES; i++) {
            round().round();
        }
        assertThat(outcomes()).isEmpty();
        assertThat(seen.failingSince(box.key())).isNotNull();

        box = receives;
        round().round();

        assertThat(outcomes()).containsExactly("TAKEN");
    }

    @Test
    void a_letter_with_a_part_that_cannot_be_decoded_is_taken_with_its_text_and_what_is_missing_is_named()
            throws Exception {
        post.comes(
                "Subject: Hong\r\nContent-Type: multipart/mixed; boundary=b\r\n",
                "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nTrả chậm ba tuần\r\n"
                        + "--b\r\nContent-Type: image/png; name=anh.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo\r\n"
                        + "--b\r\nContent-Type: image/png; name=la.png\r\nContent-Transfer-Encoding: x-none\r\n\r\nabc\r\n--b--\r\n");

        reader().look(box);

        assertThat(outcomes()).containsExactly("TAKEN");
        assertThat(said(kept().get(0).id())).contains("Trả chậm ba tuần", "anh.png, la.png");
    }

    @Test
    void a_sender_who_writes_without_end_is_taken_twenty_times_a_day_and_others_go_on() throws Exception {
        post.comes("Subject: Mot\r\n", "x");
        reader().look(box);
        Sql.update(source, "update contact_load set times = 19 where what = 'MAILED' and times = 1");
        post.comes("Subject: Hai muoi\r\n", "x");
        post.comes("Subject: Hai mot\r\n", "x");
        post.comes("From: khac-" + sender + "\r\nSubject: Khac\r\n", "y");

        reader().look(box);

        assertThat(outcomes()).containsExactly("TAKEN", "TAKEN", "TOO_MANY", "TAKEN");
        assertThat(kept()).hasSize(3);
        assertThat(left()).as("officers are told of it").hasSize(1);
    }

    @Test
    void a_mailbox_gives_so_many_letters_an_hour_and_the_others_wait_in_it_and_the_alarm_is_raised_once()
            throws Exception {
        perHour = 2;
        for (int i = 0; i < 3; i++) {
            post.comes("Subject: Thu " + i + "\r\n", "Nội dung " + i);
        }
        assertThat(reader().look(box)).isFalse();
        reader().look(box);
        assertThat(outcomes()).containsExactly("TAKEN", "TAKEN");
        assertThat(meters.counter("motcua.mailbox.alarms", "unit", UNIT).count())
                .isEqualTo(1);

        clock.advance(Duration.ofMinutes(61));
        reader().look(box);

        assertThat(outcomes()).containsExactly("TAKEN", "TAKEN", "TAKEN");
    }

    @Test
    void a_sender_nobody_vouches_for_is_taken_and_not_written_to() throws Exception {
        authserv = "mx.muongsai.example";
        box = box(post.port(), Instant.EPOCH);
        post.comes("Subject: Gia\r\n", "Giả");
        post.comes(
                "Authentication-Results: mx.muongsai.example; dmarc=pass header.from=example.vn\r\nSubject: That\r\n",
                "Thật");

        reader().look(box);

        assertThat(kept()).extracting(Kept::toldBy).containsExactly("EMAIL", "EMAIL");
        assertThat(kept().stream().map(each -> Sql.query(
                                source, "select 1 from message where feedback_id = ?", row -> row.getInt(1), each.id())
                        .size()))
                .as("letters that acknowledge")
                .containsExactly(0, 1);
    }

    @Test
    void a_mailbox_that_is_down_raises_its_alarm_once_and_loses_nothing() throws Exception {
        Mailbox up = box;
        post.comes("Subject: Truoc\r\n", "Trước");
        round().round();
        post.comes("Subject: Sau\r\n", "Sau");
        box = box(Deaf.port(), Instant.EPOCH);
        for (int minutes = 0; minutes < 60; minutes += 5) {
            assertThat(round().round()).isEqualTo(Duration.ofMinutes(1));
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(meters.counter("motcua.mailbox.alarms", "unit", UNIT).count())
                .isEqualTo(1);
        assertThat(seen.failingSince(box.key())).isNotNull();

        box = up;
        round().round();

        assertThat(seen.failingSince(box.key())).isNull();
        assertThat(outcomes()).containsExactly("TAKEN", "TAKEN");
    }

    @Test
    void a_wrong_password_is_a_mailbox_that_is_down() {
        box = new Mailbox(
                UNIT,
                "localhost",
                box.port(),
                post.login(),
                "wrong",
                ADDRESS,
                authserv,
                Mailbox.Tls.NONE,
                "INBOX",
                Instant.EPOCH);
        assertThat(round().round()).isEqualTo(Duration.ofMinutes(1));
        assertThat(seen.failingSince(box.key())).isNotNull();
    }
}
