package vn.motcua.catalog.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import vn.motcua.catalog.procedure.ProcedureSummary;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.procedure.Procedures;
import vn.motcua.catalog.unit.Unit;

import java.util.List;

/** The templates, checked at build time. */
@CheckedTemplate
class Pages {
    private Pages() {}

    /** What the home page shows. */
    record Home(
            String q,
            String field,
            List<ProcedureSummary> items,
            String next,
            int count,
            List<Procedures.FieldCount> fields) {}

    /** What a procedure's page shows. */
    record Guide(
            ProcedureVersion version,
            String department,
            List<Wording.Papers> papers,
            List<Wording.Line> fees,
            List<Wording.Line> limits,
            List<Wording.Line> otherLimits,
            List<String> channels,
            boolean online,
            String address,
            String inForceFrom) {}

    /** What a unit's page shows. */
    record Place(Unit unit, List<Named> names, List<Next> became, boolean divided, String from, String until) {}

    /** A name with its days, as text. */
    record Named(String name, String provinceName, String from, String until, String legalBasis) {}

    /** A successor by name. */
    record Next(String id, String name, String provinceName) {}

    static native TemplateInstance home(Home view, String lang, String keep);

    static native TemplateInstance guide(Guide view, String lang, String keep);

    static native TemplateInstance place(Place view, String lang, String keep);

    static native TemplateInstance missing(String lang, String keep);
}
