package vn.motcua.notification.collection;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sets the slip that says what was handed to whom (Decree 118/2025 Art.22), on A5; its official language is Vietnamese. */
@ApplicationScoped
class CollectionSlip {
    private static final String MATTER =
            """
            select coalesce(d.code, d.reference), coalesce(p.name_vi, d.procedure_code), coalesce(u.name, ?)
            from known_dossier d left join procedure_name p on p.code = d.procedure_code and p.version = d.procedure_version
            left join unit_name u on u.id = ? where d.id = ?
            """;

    @Inject
    AgroalDataSource source;

    @CheckedTemplate(basePath = "Collection")
    static class Templates {
        static native TemplateInstance slip(
                Map<String, String> t, Matter matter, List<Line> lines, String ink, String officer, String number);

        private Templates() {}
    }

    /** What it is about. */
    record Matter(String code, String procedure, String unit) {}

    /** One line of the slip. */
    record Line(String label, String value) {}

    String of(
            UUID id,
            CollectionBook.Entry entry,
            Collected collected,
            Collected.Strokes strokes,
            String officer,
            String title) {
        Map<String, String> t = PageTexts.in("vi");
        Matter matter = Sql.query(
                        source,
                        MATTER,
                        row -> new Matter(row.getString(1), row.getString(2), row.getString(3)),
                        entry.unit(),
                        entry.unit(),
                        entry.dossierId())
                .get(0);
        String by = officer == null ? "" : title == null ? officer : officer + " – " + title;
        String number = id.toString().substring(0, 8).toUpperCase();
        return Templates.slip(
                        t, matter, lines(t, entry, collected), strokes == null ? null : strokes.path(), by, number)
                .render();
    }

    private static List<Line> lines(Map<String, String> t, CollectionBook.Entry entry, Collected collected) {
        List<Line> lines = new ArrayList<>();
        String what =
                entry.originals() ? "slipOriginals" : "GIVE_PAPER".equals(entry.act()) ? "slipPaper" : "slipResult";
        lines.add(new Line(t.get("slipWhat"), t.get(what)));
        lines.add(new Line(t.get("slipAt"), LegalTime.onPaper(entry.at())));
        lines.add(new Line(t.get("slipCollector"), t.get("collector." + entry.collector())));
        Collected.Person person = collected.person();
        if (person != null) {
            lines.add(new Line(t.get("slipName"), person.name().strip()));
            if (person.relation() != null) {
                lines.add(new Line(t.get("slipRelation"), t.get("relation." + person.relation())));
            }
            if (person.proxy() != null) {
                lines.add(new Line(t.get("slipProxy"), t.get("proxy." + person.proxy())));
            }
        }
        lines.add(new Line(t.get("slipHow"), t.get("how." + entry.how())));
        return lines;
    }
}
