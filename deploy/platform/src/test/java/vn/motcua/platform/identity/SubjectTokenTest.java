package vn.motcua.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;

class SubjectTokenTest {
    private final KeyPair keys = pair();
    private final String configured =
            Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    private final SubjectToken tokens = new SubjectToken(configured, false);

    @Test
    void a_signed_token_tells_its_subject() {
        String token = SubjectToken.sign("a subject", Duration.ofMinutes(15), keys.getPrivate());
        assertThat(tokens.subject(token)).contains("a subject");
    }

    @Test
    @Timeout(20)
    void a_token_that_was_good_a_moment_ago_ends_all_the_same() throws InterruptedException {
        String token = SubjectToken.sign("s", Duration.ofSeconds(2), keys.getPrivate());
        assertThat(tokens.subject(token)).contains("s");
        while (tokens.subject(token).isPresent()) {
            Thread.sleep(100);
        }
        assertThat(tokens.subject(token)).isEmpty();
    }

    @Test
    void an_expired_altered_foreign_or_missing_token_tells_nothing() {
        assertThat(tokens.subject(SubjectToken.sign("s", Duration.ofMinutes(-1), keys.getPrivate())))
                .isEmpty();
        assertThat(tokens.subject(SubjectToken.sign("s", Duration.ofMinutes(15), pair().getPrivate())))
                .isEmpty();
        String token = SubjectToken.sign("s", Duration.ofMinutes(15), keys.getPrivate());
        assertThat(tokens.subject(token.substring(0, token.length() - 4) + "AAAA"))
                .isEmpty();
        assertThat(tokens.subject("eyJhbGciOiJub25lIn0.eyJzdWIiOiJzIn0.")).isEmpty();
        assertThat(tokens.subject("no token")).isEmpty();
        assertThat(tokens.subject(null)).isEmpty();
    }

    @Test
    void a_shipped_key_is_refused_outside_demonstrations() {
        assertThat(new SubjectToken("demo:" + configured, true)).isNotNull();
        assertThatThrownBy(() -> new SubjectToken("demo:" + configured, false))
                .isInstanceOf(IllegalStateException.class);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
