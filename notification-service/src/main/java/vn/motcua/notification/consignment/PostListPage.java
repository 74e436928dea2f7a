package vn.motcua.notification.consignment;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.PaperName;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sets the list that is handed to the postman as a page of A4; its official language is Vietnamese. */
@ApplicationScoped
class PostListPage {
    /** Moves with any change of layout or wording; a signed list keeps the one it was made with. */
    static final String VERSION = "2026-11b";

    private static final String BLANK = "…………";

    @Inject
    AgroalDataSource source;

    @Inject
    Catalogue catalogue;

    @CheckedTemplate(basePath = "PostList")
    static class Templates {
        static native TemplateInstance list(
                Map<String, String> t,
                String unit,
                String number,
                String at,
                String postman,
                String officer,
                List<Row> rows,
                String postage,
                boolean preview);

        private Templates() {}
    }

    /** One consignment in words. */
    record Row(int no, String slip, String code, String name, String address, String contents, String postage) {}

    /** The page that both sign, of what waits in the order it was made up. */
    String signed(SignPostList.Request request, String number, Instant at, String officer, List<Consignment> waiting) {
        SignPostList.Postman postman = request.postman();
        String taking = postman.name().strip() + ", " + postman.number();
        return of(new Head(request.unit(), number, LegalTime.onPaper(at), taking, officer, false), waiting);
    }

    /** The same to be looked at before anybody signs: marked as such, with neither number nor time nor postman. */
    String preview(String unit, String officer, List<Consignment> waiting) {
        return of(new Head(unit, BLANK, BLANK, BLANK, officer, true), waiting);
    }

    /** What stands above the rows. */
    private record Head(String unit, String number, String at, String postman, String officer, boolean preview) {}

    private String of(Head head, List<Consignment> waiting) {
        Map<String, String> t = PageTexts.in("vi");
        Map<UUID, Known> known = known(waiting);
        List<Row> rows = new ArrayList<>();
        for (Consignment each : waiting) {
            Consignment.Recipient to = each.contents().recipient();
            rows.add(new Row(
                    rows.size() + 1,
                    each.contents().slip(),
                    known.get(each.dossierId()).code(),
                    to.name() + (to.phone() == null ? "" : ", " + to.phone()),
                    to.address(),
                    contents(t, each, known.get(each.dossierId())),
                    dong(each.contents().postageVnd())));
        }
        long postage =
                waiting.stream().mapToLong(each -> each.contents().postageVnd()).sum();
        return Templates.list(
                        t,
                        unit(head.unit),
                        head.number,
                        head.at,
                        head.postman,
                        head.officer == null ? "" : head.officer,
                        rows,
                        dong(postage),
                        head.preview)
                .render();
    }

    private static String contents(Map<String, String> t, Consignment each, Known known) {
        String originals = each.contents().originals().stream()
                .map(original -> PaperName.of(t, original.component(), known.papers()) + " × " + original.pieces())
                .collect(Collectors.joining("; "));
        String result = each.result() ? t.get("postResult") : "";
        String back = originals.isEmpty() ? "" : t.get("postOriginals") + ": " + originals;
        return result.isEmpty() || back.isEmpty() ? result + back : result + "; " + back;
    }

    /**
     * What the page says of a dossier.
     *
     * @param code or the reference of what was never received
     * @param papers Vietnamese names by component
     */
    private record Known(String code, Map<String, String> papers) {}

    /** Two queries and one per procedure version whose originals go back, however many consignments there are. */
    private Map<UUID, Known> known(List<Consignment> waiting) {
        Map<String, Map<String, String>> papers = new HashMap<>();
        Map<UUID, Known> known = new HashMap<>();
        Sql.query(
                source,
                "select id, coalesce(code, reference), procedure_code, procedure_version from known_dossier where id = any(?)",
                row -> known.put(
                        row.getObject(1, UUID.class),
                        new Known(
                                row.getString(2),
                                papers.computeIfAbsent(
                                        row.getString(3) + '@' + row.getInt(4), version -> new HashMap<>()))),
                (Object) waiting.stream().map(Consignment::dossierId).toArray(UUID[]::new));
        papers.forEach((version, names) -> {
            int at = version.lastIndexOf('@');
            names.putAll(catalogue.components(version.substring(0, at), Integer.parseInt(version.substring(at + 1))));
        });
        return known;
    }

    private String unit(String id) {
        return Sql.query(source, "select name from unit_name where id = ?", row -> row.getString(1), id).stream()
                .findFirst()
                .orElse(id);
    }

    private static String dong(long vnd) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag("vi")).format(vnd) + " đ";
    }
}
