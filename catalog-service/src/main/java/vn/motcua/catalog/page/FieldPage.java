package vn.motcua.catalog.page;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.catalog.field.Fields;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.page.Language;

import java.net.URI;
import java.time.Clock;

/** The stable address on printed codes of a field; leads to its procedures on the home page, wherever that shows them. */
@Path("/linh-vuc/{field}")
@Produces("text/html;charset=UTF-8")
class FieldPage {
    @Inject
    Fields fields;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response field(
            @PathParam("field") String field, @QueryParam("lang") String asked, @Context HttpHeaders headers) {
        String keep = PageAnswer.keep(asked);
        return fields.find(field, LegalTime.date(clock.instant()))
                .map(found -> Response.status(Response.Status.FOUND)
                        .location(URI.create("/?field=" + UrlText.urlEncoded(found.name()) + keep.replace('?', '&')))
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                        .build())
                .orElseGet(() -> PageAnswer.missing(Language.of(asked, headers.getAcceptableLanguages()), keep));
    }
}
