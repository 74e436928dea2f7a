package vn.motcua.catalog.opendata;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.catalog.field.Fields;
import vn.motcua.catalog.http.Asked;
import vn.motcua.catalog.http.Cached;
import vn.motcua.catalog.procedure.Fingerprint;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.platform.sql.Sql;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What search engines ask for first: which pages there are, and which are nobody's business. */
@Path("/")
class SitePage {
    private static final Duration FRESH = Duration.ofHours(1);

    /** Addresses a sitemap may hold by its standard. */
    private static final int MOST = 50_000;

    @Inject
    AgroalDataSource source;

    @Inject
    Procedures procedures;

    @Inject
    Fields fields;

    @Inject
    PublicAddress addresses;

    @Inject
    Clock clock;

    @GET
    @Path("robots.txt")
    @Produces("text/plain;charset=UTF-8")
    @PermitAll
    @Operation(hidden = true)
    public Response robots() {
        String text = "User-agent: *\nAllow: /api/catalog/\n"
                + "Disallow: /api/\nDisallow: /auth/\nDisallow: /desk\nDisallow: /ho-so\nDisallow: /nop-ho-so\n"
                + "Disallow: /thanh-toan\nDisallow: /hop-thu\nDisallow: /xac-minh\n"
                + "Sitemap: " + addresses.root() + "/sitemap.xml\n";
        return Response.ok(text)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + FRESH.toSeconds())
                .build();
    }

    @GET
    @Path("sitemap.xml")
    @Produces("application/xml;charset=UTF-8")
    @PermitAll
    @Operation(hidden = true)
    public Response sitemap(@Context Request request) {
        LocalDate today = Asked.day("on", null, clock);
        List<String> all = new ArrayList<>(List.of(addresses.root() + "/"));
        fields.all(today).forEach(each -> all.add(addresses.ofField(each.id())));
        procedures.listed(null, today).forEach(each -> all.add(addresses.of(each.code())));
        Sql.query(source, "select id from unit where receives order by id limit ?", row -> row.getString(1), MOST)
                .forEach(id -> all.add(addresses.ofUnit(id)));
        List<String> some = all.subList(0, Math.min(all.size(), MOST));
        return Cached.answer(request, Fingerprint.of(some), FRESH, () -> xml(some));
    }

    /** Addresses hold no character that XML would have to escape: codes, ids and the configured root. */
    private static String xml(List<String> addresses) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        addresses.forEach(each ->
                xml.append("<url><loc>").append(each.replace("&", "&amp;")).append("</loc></url>\n"));
        return xml.append("</urlset>\n").toString();
    }
}
