package vn.motcua.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

class AcknowledgementCodeTest {

    @Test
    void codes_have_ten_characters_without_look_alikes_and_do_not_repeat() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String code = AcknowledgementCode.next();
            assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{10}");
            assertThat(AcknowledgementCode.looksLike(code)).isTrue();
            codes.add(code);
        }
        assertThat(codes).hasSize(10_000);
    }

    @Test
    void anything_else_does_not_look_like_one() {
        assertThat(AcknowledgementCode.looksLike("")).isFalse();
        assertThat(AcknowledgementCode.looksLike("ABCDEFGHI")).isFalse();
        assertThat(AcknowledgementCode.looksLike("ABCDEFGHI\0")).isFalse();
        assertThat(AcknowledgementCode.looksLike("abcdefghjk")).isFalse();
    }
}
