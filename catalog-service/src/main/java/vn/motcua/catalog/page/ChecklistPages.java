package vn.motcua.catalog.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import vn.motcua.catalog.procedure.ProcedureVersion;

import java.util.List;

/** The template of the guidance, checked at build time. */
@CheckedTemplate
class ChecklistPages {
    private ChecklistPages() {}

    /**
     * What the guidance shows.
     *
     * @param translation as on the procedure's page
     * @param result null until something was answered
     */
    record View(ProcedureVersion version, String translation, String inForceFrom, Form form, Result result) {}

    /** The questions with the answers given. */
    record Form(
            List<Option> cases,
            List<Option> proxy,
            boolean asksPages,
            Integer pages,
            boolean asksCopies,
            Integer copies,
            List<Option> channels,
            List<Option> returns,
            String unit) {}

    /** A choice; Vietnamese where it is the list's own words. */
    record Option(String key, String label, boolean chosen, boolean vietnamese) {}

    /** What the answers come to. */
    record Result(
            List<String> notices,
            List<Group> groups,
            List<Wording.Line> fees,
            String howLong,
            List<String> due,
            String back,
            String address,
            String qr) {}

    /** Papers under a title; null for those everybody needs. */
    record Group(String title, List<Item> items) {}

    /** A paper and what is to be said of it in brackets. */
    record Item(String name, String said) {}

    static native TemplateInstance checklist(View view, String lang, String keep);
}
