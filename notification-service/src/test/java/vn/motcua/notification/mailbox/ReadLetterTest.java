package vn.motcua.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;

class ReadLetterTest {
    private static final String UNIT = "14-03712-20250701";

    /** @param size what the server says of it; -1 for what it is */
    private static ReadLetter.Read read(String raw, int size) throws Exception {
        byte[] bytes = ("From: vui@example.vn\nMessage-ID: <1@example.vn>\nSubject: Phi\n" + raw)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        MimeMessage letter =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)) {
                    @Override
                    public int getSize() throws jakarta.mail.MessagingException {
                        return size < 0 ? super.getSize() : size;
                    }
                };
        return ReadLetter.of(letter, UNIT, Set.of(), Instant.EPOCH);
    }

    @Test
    void of_a_letter_that_is_too_large_the_text_is_taken_and_what_its_files_are_called() throws Exception {
        String raw = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nThu phí cao\n"
                + "--b\nContent-Type: image/png; name=anh.png\n\npicture\n--b--\n";
        assertThat(read(raw, -1).written().files().get(0).bytes()).isNotNull();

        ReadLetter.Read large = read(raw, ReadLetter.BYTES_MOST + 1);

        assertThat(large.outcome()).isEqualTo(ReadLetter.Outcome.TAKEN);
        assertThat(large.written().text()).isEqualTo("Thu phí cao");
        assertThat(large.written().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("anh.png");
            assertThat(file.bytes()).as("not fetched").isNull();
        });
    }

    @Test
    void a_text_without_its_padding_or_in_an_encoding_nobody_knows_is_read_as_far_as_it_can_be() throws Exception {
        String padding = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nVGh1IHBoaSBxdWEgY2Fv4\n";
        assertThat(read(padding, -1).written().text()).isEqualTo("Thu phi qua cao");
        assertThat(read(padding, -1).written().files()).extracting("name").containsExactly("text/plain");
        String unknown = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: x-none\n\nThu phí cao\n";
        assertThat(read(unknown, -1).written().text()).isEqualTo("Thu phí cao");
    }

    @Test
    void a_letter_whose_parts_cannot_be_told_apart_is_taken_with_its_subject() throws Exception {
        ReadLetter.Read read = read("Content-Type: multipart/mixed\n\nno parts at all\n", -1);
        assertThat(read.outcome()).isEqualTo(ReadLetter.Outcome.TAKEN);
        assertThat(read.written().subject()).isEqualTo("Phi");
    }
}
