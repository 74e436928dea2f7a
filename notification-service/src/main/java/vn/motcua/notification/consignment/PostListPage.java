package vn.motcua.notification.consignment;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.text.NumberFormat;
import java.time.Instant;
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
    static final String VERSION = "2026-11";

    @Inject
    AgroalDataSource source;

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
                String postage);

        private Templates() {}
    }

    /** One consignment in words. */
    record Row(int no, String slip, String code, String name, String address, String contents, String postage) {}

    /** The page of what waits, in the order it was made up. */
    String of(SignPostList.Request request, String number, Instant at, String officer, List<Consignment> waiting) {
        Map<String, String> t = PageTexts.in("vi");
        Map<UUID, String> codes = codes(waiting);
        List<Row> rows = new java.util.ArrayList<>();
        for (Consignment each : waiting) {
            Consignment.Recipient to = each.contents().recipient();
            rows.add(new Row(
                    rows.size() + 1,
                    each.contents().slip(),
                    codes.get(each.dossierId()),
                    to.name() + (to.phone() == null ? "" : ", " + to.phone()),
                    to.address(),
                    contents(t, each),
                    dong(each.contents().postageVnd())));
        }
        long postage =
                waiting.stream().mapToLong(each -> each.contents().postageVnd()).sum();
        return Templates.list(
                        t,
                        unit(request.unit()),
                        number,
                        LegalTime.onPaper(at),
                        request.postman().name().strip() + ", "
                                + request.postman().number(),
                        officer == null ? "" : officer,
                        rows,
                        dong(postage))
                .render();
    }

    private static String contents(Map<String, String> t, Consignment each) {
        String originals = each.contents().originals().stream()
                .map(original -> original.component() + " × " + original.pieces())
                .collect(Collectors.joining(", "));
        String result = each.result() ? t.get("postResult") : "";
        String back = originals.isEmpty() ? "" : t.get("postOriginals") + ": " + originals;
        return result.isEmpty() || back.isEmpty() ? result + back : result + "; " + back;
    }

    /** The code, or the reference of what was never received. */
    private Map<UUID, String> codes(List<Consignment> waiting) {
        Map<UUID, String> codes = new HashMap<>();
        Sql.query(
                source,
                "select id, coalesce(code, reference) from known_dossier where id = any(?)",
                row -> codes.put(row.getObject(1, UUID.class), row.getString(2)),
                (Object) waiting.stream().map(Consignment::dossierId).toArray(UUID[]::new));
        return codes;
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
