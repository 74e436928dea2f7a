package vn.motcua.notification.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.notification.dossier.Dossiers;
import vn.motcua.notification.dossier.KnownDossier;
import vn.motcua.notification.dossier.Stage;
import vn.motcua.notification.dossier.TrackedDossier;
import vn.motcua.notification.giveback.PersonsResult;
import vn.motcua.notification.message.Message;
import vn.motcua.notification.message.Messages;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.notification.page.Steps;
import vn.motcua.notification.satisfaction.Surveys;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.identity.SubjectToken;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.paging.Page;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The person's inbox of one dossier, opened by the tracking cookie; no account and no script needed. */
@Path("/hop-thu")
@Produces(MediaType.TEXT_HTML)
class InboxPages {
    private static final int MESSAGES_A_PAGE = 8;

    @Inject
    TrackedDossier tracked;

    @Inject
    Dossiers dossiers;

    @Inject
    Messages messages;

    @Inject
    PersonsResult results;

    @Inject
    Surveys surveys;

    @Inject
    Clock clock;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance closed(String lang, Map<String, String> t);

        static native TemplateInstance inbox(
                String lang,
                Map<String, String> t,
                KnownDossier dossier,
                List<Steps.Dot> dots,
                List<Letter> letters,
                String older,
                boolean first,
                PersonsResult.Ready result,
                String taken,
                boolean ask);

        private Templates() {}
    }

    /** Shows the inbox; what is shown counts as read from then on. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response inbox(
            @CookieParam(SubjectToken.COOKIE) String cookie,
            @QueryParam("lang") String lang,
            @QueryParam("after") String after,
            @Context HttpHeaders headers) {
        String language = Language.of(lang, headers.getAcceptableLanguages());
        Map<String, String> texts = PageTexts.in(language);
        Optional<UUID> subject = tracked.of(cookie);
        TemplateInstance page =
                subject.isEmpty() ? Templates.closed(language, texts) : opened(subject.get(), language, texts, after);
        return Response.ok(page, PageTexts.HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .build();
    }

    private TemplateInstance opened(UUID subject, String language, Map<String, String> texts, String after) {
        KnownDossier dossier = dossiers.find(subject).orElse(null);
        Page<Message> page = messages.inbox(subject, language, after, MESSAGES_A_PAGE);
        messages.read(page.items().stream().map(Message::id).toList(), clock.instant());
        List<Steps.Dot> dots =
                dossier == null ? List.of() : Steps.of(dossier.step(), dossier.stage() == Stage.RETURNED, texts);
        List<Letter> letters = page.items().stream().map(Letter::of).toList();
        PersonsResult.Ready result = after == null ? results.of(subject).orElse(null) : null;
        String taken = result == null || result.lastTaken() == null ? null : LegalTime.onPaper(result.lastTaken());
        boolean ask = after == null && surveys.open(subject);
        return Templates.inbox(language, texts, dossier, dots, letters, page.next(), after == null, result, taken, ask);
    }
}
