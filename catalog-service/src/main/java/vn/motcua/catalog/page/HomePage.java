package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.catalog.search.OnlineLevel;
import vn.motcua.catalog.search.ProcedureSearch;
import vn.motcua.catalog.search.SearchIndex;
import vn.motcua.catalog.search.SearchResult;
import vn.motcua.catalog.search.SearchTerms;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.page.Language;
import vn.motcua.platform.problem.ProblemException;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The first page of the suite: what do you need, and what fits. Bad input never stops a person: it is cut or left out. */
@Path("/")
@Produces("text/html;charset=UTF-8")
class HomePage {
    private static final int ROWS = 20;
    private static final int LONGEST = 200;

    @Inject
    ProcedureSearch search;

    @Inject
    SearchIndex index;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response home(
            @QueryParam("q") String q,
            @QueryParam("field") String field,
            @QueryParam("level") String level,
            @QueryParam("online") String online,
            @QueryParam("topic") String topic,
            @QueryParam("after") String after,
            @QueryParam("lang") String asked,
            @Context HttpHeaders headers,
            @Context Request request) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        LocalDate today = LegalTime.date(clock.instant());
        SearchTerms terms = new SearchTerms(
                readable(q), readable(field), readable(level), online(online), readable(topic), null, today);
        boolean first = after == null && terms.equals(new SearchTerms(null, null, null, null, null, null, today));
        Map<String, String> query = new LinkedHashMap<>();
        query.put("q", terms.text());
        query.put("field", terms.field());
        query.put("level", terms.level());
        query.put("online", terms.online() == null ? null : terms.online().name());
        query.put("topic", terms.topic());
        query.put("lang", PageAnswer.keep(asked).isEmpty() ? null : lang);
        SearchWords words = new SearchWords(
                MessageBundles.get(PageTexts.class, Localized.Literal.of(lang)),
                index.lists(),
                lang,
                new SearchLinks(query));
        Pages.Home view = first ? words.first(search.fields(today)) : words.found(terms, search(terms, after));
        return PageAnswer.of(request, Pages.home(view, lang, PageAnswer.keep(asked)), lang);
    }

    private SearchResult search(SearchTerms terms, String after) {
        try {
            return search.find(terms, after, ROWS);
        } catch (ProblemException badCursor) {
            return search.find(terms, null, ROWS);
        }
    }

    private static OnlineLevel online(String value) {
        return Arrays.stream(OnlineLevel.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElse(null);
    }

    static String readable(String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(value, Normalizer.Form.NFC)
                .replace("\0", "")
                .strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
    }
}
