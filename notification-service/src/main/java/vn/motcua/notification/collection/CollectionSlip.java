package vn.motcua.notification.collection;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.motcua.notification.catalogue.Catalogue;
import vn.motcua.notification.catalogue.PaperName;
import vn.motcua.notification.dossier.StageChanged;
import vn.motcua.notification.page.PageTexts;
import vn.motcua.platform.clock.LegalTime;
import vn.motcua.platform.sql.Sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sets the slip that says what was handed to whom (Decree 118/2025 Art.22), on A5; its official language is Vietnamese. */
@ApplicationScoped
class CollectionSlip {
    private static final String MATTER =
            """
            select coalesce(d.code, d.reference), coalesce(p.name_vi, d.procedure_code), coalesce(u.name, ?), d.procedure_code,
                d.procedure_version
            from known_dossier d left join procedure_name p on p.code = d.procedure_code and p.version = d.procedure_version
            left join unit_name u on u.id = ? where d.id = ?
            """;

    @Inject
    AgroalDataSource source;

    @Inject
    Catalogue catalogue;

    @CheckedTemplate(basePath = "Collection")
    static class Templates {
        static native TemplateInstance slip(
                Map<String, String> t, Matter matter, List<Line> lines, String ink, String officer, String number);

        private Templates() {}
    }

    /** What it is about. */
    record Matter(String code, String procedure, String unit, String procedureCode, int version) {}

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
                        row -> new Matter(
                                row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5)),
                        entry.unit(),
                        entry.unit(),
                        entry.dossierId())
                .get(0);
        String by = officer == null ? "" : title == null ? officer : officer + " – " + title;
        String number = id.toString().substring(0, 8).toUpperCase();
        return Templates.slip(
                        t,
                        matter,
                        lines(t, matter, entry, collected),
                        strokes == null ? null : strokes.path(),
                        by,
                        number)
                .render();
    }

    private List<Line> lines(Map<String, String> t, Matter matter, CollectionBook.Entry entry, Collected collected) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(t.get("slipWhat"), t.get(key(entry.what()))));
        if (entry.back() == null || !entry.back().isEmpty()) {
            lines.add(new Line(t.get("slipBack"), back(t, matter, entry.back())));
        }
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

    private static String key(CollectionBook.What what) {
        return switch (what) {
            case RESULT -> "slipResult";
            case PAPER -> "slipPaper";
            case ANEW -> "slipAnew";
            case ORIGINALS -> "slipOriginals";
        };
    }

    /** Every original by its name and number of pieces: what both sign for. */
    private String back(Map<String, String> t, Matter matter, List<StageChanged.Held> held) {
        if (held == null) {
            return t.get("slipBackAll");
        }
        Map<String, String> names = catalogue.components(matter.procedureCode, matter.version);
        return held.stream()
                .map(each -> PaperName.of(t, each.component(), names) + " × " + each.pieces())
                .collect(Collectors.joining("; "));
    }
}
