package vn.motcua.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

class TestTokensTest {

    @Test
    void a_token_verifies_with_the_public_key_and_carries_the_claims() throws Exception {
        String[] parts = TestTokens.officer("reception", "14-03712-20250701").split("\\.");

        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(TestTokens.publicKey()))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("reception");
        assertThat(claims.at("/unit/0").asText()).isEqualTo("14-03712-20250701");
        assertThat(claims.get("department").asText()).isEqualTo("office");
        assertThat(claims.get("aud").asText()).isEqualTo("mot-cua");
    }
}
