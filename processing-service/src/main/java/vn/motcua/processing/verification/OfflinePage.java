package vn.motcua.processing.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.platform.page.PageStyle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One file that verifies results without network: the public keys and the signed list of what no longer holds are in it, with the
 * list's date. A newer list can be loaded into it.
 */
@ApplicationScoped
class OfflinePage {
    private final String html = read("/offline/page.html");
    private final String script = read("/offline/verify.js");

    @Inject
    PageStyle style;

    @Inject
    Seal seal;

    @Inject
    ObjectMapper json;

    String page(String list) {
        try {
            return html.replace("/*style*/", style.getCss())
                    .replace("/*keys*/", json.writeValueAsString(seal.publicKeys()))
                    .replace("/*list*/", list)
                    .replace("/*script*/", script);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is fetched; the one script is known by its hash. */
    String policy() {
        return "default-src 'none'; style-src '" + style.getHash() + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream in = OfflinePage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
