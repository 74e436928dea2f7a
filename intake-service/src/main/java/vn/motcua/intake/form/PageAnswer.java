package vn.motcua.intake.form;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The answer that carries a form as a page; it names people, so nothing on the way may keep it. */
public final class PageAnswer {
    public static final String HTML = "text/html;charset=UTF-8";

    private PageAnswer() {}

    public static Response of(String page) {
        return Response.ok(page, HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, "vi")
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .header("Content-Security-Policy", policy(page))
                .build();
    }

    /** Nothing but the page's own style, by its hash: the page is as old as the form, not as the running version. */
    private static String policy(String page) {
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
