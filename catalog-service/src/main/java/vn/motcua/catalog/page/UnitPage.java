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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.catalog.offer.Offer;
import vn.motcua.catalog.offer.Offers;
import vn.motcua.catalog.procedure.PublicAddress;
import vn.motcua.catalog.unit.Part;
import vn.motcua.catalog.unit.Unit;
import vn.motcua.catalog.unit.UnitName;
import vn.motcua.catalog.unit.Units;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.page.Language;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A unit for people: its names in time, what it was formed from or what became of it, its office hours. */
@Path("/don-vi/{id}")
@Produces("text/html;charset=UTF-8")
class UnitPage {
    @Inject
    Units units;

    @Inject
    Offers offers;

    @Inject
    CentreDesk desks;

    @Inject
    PublicAddress addresses;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response unit(
            @PathParam("id") String id,
            @QueryParam("lang") String asked,
            @Context HttpHeaders headers,
            @Context Request request) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        String keep = PageAnswer.keep(asked);
        Optional<Unit> found = id.indexOf('\0') >= 0 ? Optional.empty() : units.find(id);
        return found.map(unit -> PageAnswer.of(request, Pages.place(place(unit, lang), lang, keep), lang))
                .orElseGet(() -> PageAnswer.missing(lang, keep));
    }

    private Pages.Place place(Unit unit, String lang) {
        List<Pages.Named> names = unit.names().stream()
                .map(name -> new Pages.Named(
                        name.name(),
                        name.provinceName(),
                        Days.text(name.validFrom()),
                        Days.text(name.validTo()),
                        name.legalBasis()))
                .toList();
        List<Pages.Next> became = units.successorsOf(unit).stream()
                .map(next -> {
                    UnitName newest = next.names().get(next.names().size() - 1);
                    return new Pages.Next(next.id(), newest.name(), newest.provinceName());
                })
                .toList();
        boolean divided = unit.successors().stream().anyMatch(next -> next.part() == Part.PART);
        return new Pages.Place(
                unit,
                unit.receives() ? addresses.ofUnit(unit.id()) : null,
                names,
                became,
                divided,
                Days.text(unit.validFrom()),
                Days.text(unit.validTo()),
                offered(unit),
                desks.of(unit, LegalTime.date(clock.instant()), lang));
    }

    private List<Pages.Offered> offered(Unit unit) {
        Map<String, List<Offer>> byField = new LinkedHashMap<>();
        offers.all(unit.id(), LegalTime.date(clock.instant())).stream()
                .filter(each -> each.version() != null)
                .forEach(each -> byField.computeIfAbsent(each.field(), field -> new ArrayList<>())
                        .add(each));
        return byField.entrySet().stream()
                .map(each -> new Pages.Offered(each.getKey(), each.getValue()))
                .toList();
    }
}
