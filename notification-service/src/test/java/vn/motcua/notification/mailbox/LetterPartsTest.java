package vn.motcua.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;

class LetterPartsTest {
    private static LetterParts parts(String raw) throws Exception {
        byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return LetterParts.of(
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)), 1000);
    }

    @Test
    void the_plain_text_is_what_was_written_and_html_only_where_there_is_none() throws Exception {
        String both =
                "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
                        + "Trả chậm\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>khác</p>\n--b--\n";
        assertThat(parts(both).text()).isEqualTo("Trả chậm");
        assertThat(parts("Content-Type: text/html; charset=utf-8\n\n<p>Một<br>hai</p><ul><li>ba</li></ul>")
                        .text())
                .isEqualTo("Một\nhai\n\nba".replace("\n\n", "\n"));
    }

    @Test
    void a_charset_nobody_knows_and_a_broken_one_are_read_as_they_can_be() throws Exception {
        assertThat(parts("Content-Type: text/plain; charset=x-none\n\nTrả chậm").text())
                .isEqualTo("Trả chậm");
        assertThat(parts("Content-Type: text/plain; charset=\"\n\nx").text()).isEqualTo("x");
    }

    @Test
    void a_letter_of_boxes_in_boxes_ends() throws Exception {
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(parts(raw.append("Content-Type: text/plain\n\nx").toString()).text())
                .isEmpty();
    }

    @Test
    void a_file_without_a_name_has_one_and_a_name_with_lines_has_none() throws Exception {
        LetterParts read = parts("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b\n"
                + "Content-Type: image/png; name=\"=?utf-8?Q?=E1=BA=A3nh=0A1.png?=\"\n\ny\n--b--\n");
        assertThat(read.files()).extracting(LetterParts.File::name).containsExactly("?", "ảnh 1.png");
        assertThat(read.text()).isEmpty();
    }

    @Test
    void what_was_attached_comes_before_the_logos_that_the_text_shows() throws Exception {
        LetterParts read = parts("Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: image/png; name=logo.png\nContent-ID: <1@x>\nContent-Disposition: inline\n\nx\n"
                + "--b\nContent-Type: image/png; name=anh.png\nContent-ID: <2@x>\nContent-Disposition: attachment\n\ny\n"
                + "--b\nContent-Type: image/png; name=anh2.png\n\nz\n--b--\n");
        assertThat(read.files()).extracting(LetterParts.File::name).containsExactly("anh.png", "anh2.png", "logo.png");
    }

    @Test
    void control_characters_and_runs_of_empty_lines_go() {
        assertThat(LetterParts.clean("a\u0000b\u0007\r\n\r\n\r\n\r\nc  \n")).isEqualTo("ab\n\nc");
        assertThat(LetterParts.clean(" \n a \u00a0\r b\t c\t\r\nd")).isEqualTo("a\n b\t c\nd");
    }

    @Test
    @Timeout(20)
    void a_letter_made_of_blanks_or_of_paragraphs_is_read_as_fast_as_it_is_long() throws Exception {
        String blanks = (" ".repeat(100_000) + "x").repeat(2);
        StringBuilder many = new StringBuilder("Content-Type: multipart/mixed; boundary=b\n");
        for (int i = 0; i < 40; i++) {
            many.append("\n--b\nContent-Type: text/plain\n\n").append(blanks);
        }
        assertThat(parts(many + "\n--b--\n").text()).hasSizeLessThanOrEqualTo(LetterParts.CHARS_MOST);

        String paragraphs = "Content-Type: text/html\n\n<script>x</script>" + "<p>".repeat(40_000) + "Trả chậm";
        assertThat(parts(paragraphs).text()).isEqualTo("Trả chậm");
        assertThat(parts("Content-Type: text/html\n\n" + "<div>".repeat(40_000) + "Trả chậm")
                        .text())
                .contains("Trả chậm");
        assertThat(parts("Content-Type: text/html\n\n" + "<script></script>".repeat(10_000) + "<p>a")
                        .text())
                .isEqualTo("a");
    }

    @Test
    void of_a_long_text_no_more_is_looked_at_than_may_be_kept() throws Exception {
        assertThat(parts("Content-Type: text/plain\n\n" + "a b\n".repeat(20_000))
                        .text())
                .hasSizeBetween(LetterParts.CHARS_MOST - 1, LetterParts.CHARS_MOST)
                .startsWith("a b\na b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS", "STARTTLS"})
    void the_password_is_said_on_a_line_that_others_cannot_read_or_not_at_all(String tls) {
        Mailbox box = new Mailbox(
                "u", "h", 1, "a@b.vn", "secret", "a@b.vn", null, Mailbox.Tls.valueOf(tls), "INBOX", Instant.EPOCH);
        String prefix = "mail." + box.protocol() + ".";
        assertThat(box.protocol().equals("imaps")
                        || box.properties().get(prefix + "starttls.required").equals("true"))
                .isTrue();
        assertThat(box.properties().get(prefix + "ssl.checkserveridentity")).isEqualTo("true");
        assertThat(box.toString()).doesNotContain("secret", "a@b.vn");
    }

    @Test
    void a_line_in_the_clear_is_refused_where_something_is_real() {
        Settings clear = new Settings("14-03712-20250701", "NONE");
        assertThatThrownBy(() -> Mailbox.of(clear, false)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Mailbox.of(clear, true).port()).isEqualTo(143);
        assertThat(Mailbox.of(new Settings("14-03712-20250701", null), false).port())
                .isEqualTo(993);
        assertThatThrownBy(() -> Mailbox.of(new Settings("nowhere", null), false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
