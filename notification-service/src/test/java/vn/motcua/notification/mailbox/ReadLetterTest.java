package vn.motcua.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)) {
            @Override
            public int getSize() throws jakarta.mail.MessagingException {
                return size < 0 ? super.getSize() : size;
            }
        };
        return ReadLetter.of(letter, UNIT, Set.of(), null, Instant.EPOCH);
    }

    @Test
    void of_a_letter_that_is_too_large_the_text_is_taken_and_what_its_files_are_called() throws Exception {
        String raw =
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nThu phí cao\n"
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
        String padding =
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nVGh1IHBoaSBxdWEgY2Fv4\n";
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx.muongsai.example; dmarc=pass (p=none) header.from=example.vn | true",
                "mx.muongsai.example 1; spf=pass smtp.mailfrom=vui@example.vn; dkim=none | true",
                "MX.muongsai.example; spf=pass smtp.mailfrom=example.vn | true",
                "mx.muongsai.example; spf=pass smtp.mailfrom=vui@bad.example | false",
                "mx.muongsai.example; dmarc=pass header.from=bad.example | false",
                "mx.muongsai.example; dmarc=fail header.from=example.vn; spf=softfail smtp.mailfrom=example.vn | false",
                "mx.bad.example; dmarc=pass header.from=example.vn | false",
                "mx.muongsai.example; none (dmarc=pass header.from=example.vn) | false",
                "; | false",
                "; mx.muongsai.example; dmarc=pass header.from=example.vn | false"
            })
    void a_sender_is_acknowledged_where_the_own_server_vouches_for_the_domain(String results, boolean vouched)
            throws Exception {
        MimeMessage letter = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(("Authentication-Results: " + results
                                + "\r\nAuthentication-Results: mx.muongsai.example; dmarc=fail\r\n\r\nx")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(Verified.sender(letter, "vui@Example.vn", "mx.muongsai.example"))
                .isEqualTo(vouched);
    }
}
