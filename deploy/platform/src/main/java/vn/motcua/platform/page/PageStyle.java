package vn.motcua.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one base style, written into the page itself: one request less on a weak network, allowed by its hash alone. */
@Named("pageStyle")
@ApplicationScoped
public class PageStyle {
    private final String css = read();
    private final String hash = hash(css);

    public String getCss() {
        return css;
    }

    /** For the Content-Security-Policy: {@code sha256-…}. */
    public String getHash() {
        return hash;
    }

    private static String read() {
        try (InputStream in = PageStyle.class.getResourceAsStream("/motcua-page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String css) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
