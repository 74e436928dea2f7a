package vn.motcua.processing.verification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.platform.page.Language;
import vn.motcua.processing.verification.Seal.Said;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a result is genuine and still holds: for anyone, without an account and without a script. */
@Path("/xac-minh")
@Produces(MediaType.TEXT_HTML)
class VerificationPages {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int CODE_MAX = 2000;
    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+$");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    Seal seal;

    @Inject
    Standings standings;

    @Inject
    GuessLimit guesses;

    @Inject
    OfflinePage offline;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(String lang, Map<String, String> t, String wrong);

        static native TemplateInstance found(
                String lang, Map<String, String> t, Standing standing, String on, String token);

        private Templates() {}
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response verify(
            @QueryParam("t") String code,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Map<String, String> texts = VerificationTexts.in(language);
        if (code == null || code.isBlank()) {
            return answer(200, Templates.ask(language, texts, null), language);
        }
        String address = request.remoteAddress().host();
        Duration wait = guesses.wait(address);
        if (!wait.isZero()) {
            Response slow = answer(429, Templates.ask(language, texts, texts.get("verifySlow")), language);
            return Response.fromResponse(slow)
                    .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                    .build();
        }
        String token = token(code);
        Optional<Said> said = token == null ? Optional.empty() : seal.read(token);
        Standing standing = said.map(standings::of).orElse(null);
        if (standing == null) {
            guesses.wrong(address);
            return answer(404, Templates.ask(language, texts, texts.get("verifyUnknown")), language);
        }
        return answer(
                200, Templates.found(language, texts, standing, standing.on().format(DAY), token), language);
    }

    @GET
    @Path("thu-hoi.jws")
    @PermitAll
    @Produces("application/jose")
    @Operation(hidden = true)
    public Response ended() {
        return Response.ok(standings.list(), "application/jose")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    @GET
    @Path("ngoai-tuyen.html")
    @PermitAll
    @Operation(hidden = true)
    public Response offline() {
        return Response.ok(offline.page(standings.list()), HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", offline.policy())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"xac-minh-ngoai-tuyen.html\"")
                .build();
    }

    /** The token of what was scanned or typed: itself, or at the end of the address in the code. */
    private static String token(String code) {
        String stripped = code.strip();
        Matcher token = TOKEN.matcher(stripped);
        return stripped.length() <= CODE_MAX && token.find() ? token.group() : null;
    }

    private static Response answer(int status, TemplateInstance page, String language) {
        return Response.status(status)
                .entity(page)
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
