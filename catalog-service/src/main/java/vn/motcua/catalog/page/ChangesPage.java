package vn.motcua.catalog.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
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
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.procedure.WhatChanged;
import vn.motcua.platform.page.Language;

import java.util.ArrayList;
import java.util.List;

/** What changed in a procedure from one version to the next, for people; bad input never stops them. */
@Path("/thu-tuc/{code}/thay-doi")
@Produces("text/html;charset=UTF-8")
class ChangesPage {
    private static final int MOST_EDITIONS = 50;

    @Inject
    Procedures procedures;

    @Inject
    Departments departments;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response changes(
            @PathParam("code") String code,
            @QueryParam("to") String to,
            @QueryParam("lang") String asked,
            @Context HttpHeaders headers,
            @Context Request request) {
        String lang = Language.of(asked, headers.getAcceptableLanguages());
        String keep = PageAnswer.keep(asked);
        List<ProcedureVersion> versions = code.indexOf('\0') >= 0 ? List.of() : procedures.latest(code, MOST_EDITIONS);
        if (versions.isEmpty()) {
            return PageAnswer.missing(lang, keep);
        }
        return PageAnswer.of(
                request, Pages.changes(view(versions, chosen(versions, to), lang, keep), lang, keep), lang);
    }

    /** The version asked for, else the newest one. */
    private static int chosen(List<ProcedureVersion> versions, String to) {
        for (int i = 0; i < versions.size(); i++) {
            if (Integer.toString(versions.get(i).version()).equals(to)) {
                return i;
            }
        }
        return 0;
    }

    private Pages.Changes view(List<ProcedureVersion> versions, int chosen, String lang, String keep) {
        ProcedureVersion after = versions.get(chosen);
        ProcedureVersion before = chosen + 1 < versions.size() ? versions.get(chosen + 1) : null;
        ChangeTexts texts = MessageBundles.get(ChangeTexts.class, Localized.Literal.of(lang));
        ChangeWords words = new ChangeWords(lang, departments);
        return new Pages.Changes(
                before,
                after,
                before == null ? null : Days.text(before.effectiveFrom()),
                Days.text(after.effectiveFrom()),
                after.announcement() == null
                        ? null
                        : texts.announced(
                                        after.announcement().number(),
                                        Days.text(after.announcement().date())) + ".",
                before == null
                        ? List.of()
                        : WhatChanged.between(before.content(), after.content()).stream()
                                .map(words::of)
                                .toList(),
                editions(versions, keep));
    }

    private static List<Pages.Edition> editions(List<ProcedureVersion> versions, String keep) {
        List<Pages.Edition> editions = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            ProcedureVersion each = versions.get(i);
            String to = (keep.isEmpty() ? "?" : keep + "&") + "to=" + each.version();
            boolean compared = i + 1 < versions.size();
            editions.add(new Pages.Edition(
                    each.version(),
                    Days.text(each.effectiveFrom()),
                    Days.text(each.effectiveTo()),
                    compared ? "/thu-tuc/" + each.content().code() + "/thay-doi" + to : null));
        }
        return editions;
    }
}
