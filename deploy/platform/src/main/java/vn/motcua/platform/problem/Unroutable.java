package vn.motcua.platform.problem;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.Locale;

/** What the server refuses before any resource is found, such as half an escape in a path, is answered like everything else. */
@ApplicationScoped
class Unroutable {

    void answer(@Observes Router router) {
        router.errorHandler(400, context -> {
            Locale locale = language(context.request().getHeader("Accept-Language"));
            String slug = Problems.BAD_REQUEST.slug();
            context.response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Content-Language", locale.getLanguage())
                    .putHeader("Vary", "Accept-Language")
                    .end(new JsonObject()
                            .put("type", "/problems/" + slug)
                            .put("title", ProblemTexts.text(slug + ".title", locale))
                            .put("status", 400)
                            .put("instance", String.valueOf(context.request().path()))
                            .encode());
        });
    }

    private static Locale language(String accepted) {
        boolean english = accepted != null && accepted.startsWith("en");
        return english ? Locale.ENGLISH : Locale.forLanguageTag("vi");
    }
}
