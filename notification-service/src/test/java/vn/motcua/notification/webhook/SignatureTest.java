package vn.motcua.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLDER = "whsec_" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);

    /** The vector of the Standard Webhooks reference libraries. */
    @Test
    void the_published_vector_has_its_published_signature() {
        assertThat(new Signature(List.of(SECRET)).of("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void while_a_secret_is_exchanged_there_are_two_signatures_the_newest_first() {
        String both = new Signature(List.of(OLDER, SECRET)).of("msg_1", AT, "{}");

        assertThat(both.split(" "))
                .containsExactly(
                        new Signature(List.of(OLDER)).of("msg_1", AT, "{}"),
                        new Signature(List.of(SECRET)).of("msg_1", AT, "{}"));
    }

    @Test
    void a_secret_that_is_too_short_and_an_address_without_tls_stop_the_start() {
        assertThatThrownBy(() -> new Signature(List.of("whsec_QUFB"))).isInstanceOf(IllegalArgumentException.class);
        Optional<URI> plain = Optional.of(URI.create("http://gateway.example.vn/in"));
        assertThatThrownBy(() -> new WebhookWay(plain, List.of(SECRET), false, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WebhookWay(
                        Optional.of(URI.create("https://gateway.example.vn/in")), List.of(), false, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WebhookWay(
                        Optional.of(URI.create("file:///etc/passwd")), List.of(SECRET), true, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new WebhookWay(Optional.empty(), List.of(), false, Clock.systemUTC()).configured())
                .isFalse();
    }
}
