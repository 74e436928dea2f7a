package vn.motcua.processing.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.problem.ProblemException;
import vn.motcua.processing.draft.DraftReading.Shown;
import vn.motcua.processing.result.FileAnswer;
import vn.motcua.processing.result.ResultStore;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The draft of the result before the person: to read, to confirm, or to say what is wrong. Opened by the tracking cookie, without a script;
 * the form carries a token of its own, see {@link DraftForm} and ADR 42.
 */
@Path("/xac-minh/ban-nhap")
@Produces(MediaType.TEXT_HTML)
class DraftPages {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final int TEXT_MAX = 2000;

    @Inject
    DraftReading reading;

    @Inject
    DraftForm form;

    @Inject
    AskedPerson person;

    @Inject
    ResultStore store;

    @Inject
    SubjectToken tokens;

    /** One fault to choose. */
    record Choice(String value, String name, boolean chosen) {}

    /** What was sent and is shown again beside what is wrong with it. */
    record Typed(String wrong, String fault, String text) {
        static final Typed NOTHING = new Typed(null, null, null);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance closed(String lang, Map<String, String> t);

        static native TemplateInstance none(String lang, Map<String, String> t);

        static native TemplateInstance draft(
                String lang,
                Map<String, String> t,
                Shown draft,
                List<String> paragraphs,
                String until,
                String answered,
                String token,
                List<Choice> faults,
                Typed typed);

        private Templates() {}
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response draft(
            @CookieParam(SubjectToken.COOKIE) String cookie,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        UUID dossier = dossier(cookie);
        if (dossier == null) {
            return answer(200, Templates.closed(language, DraftTexts.in(language)), language);
        }
        return answer(200, page(reading.newest(dossier), dossier, language, Typed.NOTHING), language);
    }

    /** The draft as a file; without number, date and signature. */
    @GET
    @Path("tep")
    @PermitAll
    @Operation(hidden = true)
    public Response file(@CookieParam(SubjectToken.COOKIE) String cookie) {
        UUID dossier = dossier(cookie);
        Shown draft = dossier == null ? null : reading.newest(dossier);
        return draft == null
                ? Response.seeOther(URI.create("/xac-minh/ban-nhap")).build()
                : FileAnswer.kept(store, draft.sha256(), draft.size(), draft.mediaType(), "ban-nhap.pdf");
    }

    /** Takes the answer; what is wrong with it stands above the form, what was typed stays. The same again is no second answer. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response answer(
            @CookieParam(SubjectToken.COOKIE) String cookie,
            @FormParam("draft") String said,
            @FormParam("token") String token,
            @FormParam("fault") String fault,
            @FormParam("text") String typed,
            @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        UUID dossier = dossier(cookie);
        if (dossier == null) {
            return answer(403, Templates.closed(language, DraftTexts.in(language)), language);
        }
        Shown newest = reading.newest(dossier);
        if (newest == null || !newest.open() || !newest.id().toString().equals(said)) {
            return back(language); // answered already, or another one is there: the page says which
        }
        String text = typed == null ? null : stored(typed);
        String wrong = wrong(form.holds(token, newest.id(), dossier), fault, text);
        if (wrong == null) {
            wrong = taken(dossier, newest.id(), fault, text);
        }
        return wrong == null
                ? back(language)
                : answer(400, page(newest, dossier, language, new Typed(wrong, fault, text)), language);
    }

    /** As it is kept: a form sends two characters for the end of a line, and may send the one that no database takes. */
    private static String stored(String typed) {
        return typed.replace("\0", "").replace("\r\n", "\n").replace('\r', '\n');
    }

    /** @return the key of what stands in the way; null where it was written down */
    private String taken(UUID dossier, UUID draft, String fault, String text) {
        boolean agrees = fault == null;
        try {
            person.answered(
                    dossier,
                    draft,
                    DraftAnswer.ofPerson(agrees ? null : DraftFault.valueOf(fault), agrees ? null : text.strip()));
            return null;
        } catch (ProblemException notNow) {
            return reading.newest(dossier).open() ? "draftNotNow" : null;
        }
    }

    /** @param fault null where the person pressed that all is right */
    private static String wrong(boolean genuine, String fault, String text) {
        if (!genuine) {
            return "draftStale";
        }
        if (fault == null) {
            return null;
        }
        if (Arrays.stream(DraftFault.values()).noneMatch(each -> each.name().equals(fault))) {
            return "draftWhich";
        }
        return text == null || text.isBlank() || text.strip().length() > TEXT_MAX ? "draftSay" : null;
    }

    private TemplateInstance page(Shown draft, UUID dossier, String language, Typed typed) {
        Map<String, String> texts = DraftTexts.in(language);
        if (draft == null) {
            return Templates.none(language, texts);
        }
        List<Choice> faults = Arrays.stream(DraftFault.values())
                .map(each -> new Choice(
                        each.name(), texts.get("fault." + each), each.name().equals(typed.fault())))
                .toList();
        return Templates.draft(
                language,
                texts,
                draft,
                draft.body() == null ? List.of() : List.of(draft.body().split("\n")),
                LegalTime.onPaper(draft.until()),
                draft.answeredAt() == null ? null : LegalTime.onPaper(draft.answeredAt()),
                form.token(draft.id(), dossier),
                faults,
                typed.wrong() == null ? typed : new Typed(texts.get(typed.wrong()), typed.fault(), typed.text()));
    }

    private UUID dossier(String cookie) {
        try {
            return tokens.subject(cookie).map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException noDossier) {
            return null;
        }
    }

    private static Response back(String language) {
        return Response.seeOther(URI.create("/xac-minh/ban-nhap?lang=" + language))
                .build();
    }

    private static Response answer(int status, TemplateInstance page, String language) {
        return Response.status(status)
                .entity(page)
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
