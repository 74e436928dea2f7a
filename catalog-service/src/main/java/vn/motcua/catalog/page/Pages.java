package vn.motcua.catalog.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import vn.motcua.catalog.offer.Offer;
import vn.motcua.catalog.procedure.ProcedureVersion;
import vn.motcua.catalog.unit.Unit;

import java.util.List;

/** The templates, checked at build time. */
@CheckedTemplate
class Pages {
    private Pages() {}

    /**
     * What the home page shows.
     *
     * @param translated whether English names are among what it shows
     * @param board id of the one field that is shown, which has a board to hang up; else null
     */
    record Home(
            String q,
            List<Chosen> chosen,
            List<Row> items,
            String next,
            int total,
            Link didYouMean,
            List<Facet> facets,
            List<Link> topics,
            int count,
            List<Field> fields,
            boolean translated,
            String board,
            String inVietnamese,
            String inEnglish) {}

    /** A narrowing that is in force, and the address without it. */
    record Chosen(String label, boolean vietnamese, String without) {}

    /** A field; its translation null where there is none, or on a Vietnamese page. */
    record Field(String name, String translation, int procedures) {}

    /** A procedure found; its name in pieces, those that were asked for marked; translation as for a field. */
    record Row(String code, String field, List<Piece> name, String translation) {}

    /** A piece of a name. */
    record Piece(String text, boolean marked) {}

    /** A way of narrowing with its values. */
    record Facet(String label, List<Link> values) {}

    /** An address with its words; the count is null where there is none. */
    record Link(String label, String address, Integer count, boolean vietnamese) {}

    /** What became of a commune: the question, and the answers. */
    record Fate(
            String q,
            String on,
            String below,
            String summary,
            List<FateAnswer> answers,
            String papers,
            boolean asked) {}

    /** A unit in force, and the sentences why it is an answer. */
    record FateAnswer(String id, String name, String provinceName, List<String> sentences) {}

    /**
     * What a procedure's page shows.
     *
     * @param translation unofficial; null where there is none, or on a Vietnamese page
     */
    record Guide(
            ProcedureVersion version,
            String translation,
            String department,
            List<Wording.Papers> papers,
            List<Wording.Line> fees,
            List<Wording.Line> limits,
            List<Wording.Line> otherLimits,
            List<String> channels,
            List<Wording.Way> ways,
            List<Wording.Line> coordination,
            boolean online,
            String address,
            String inForceFrom,
            String schema,
            Standing standing) {}

    /**
     * Where the version shown stands among the others.
     *
     * @param notice one sentence on top where it is not in force; null where it is
     * @param successors what takes its place
     * @param next first day of the version that follows; null where none is published
     * @param announcement the decision, as text; null where none is established
     * @param changes whether there is something to compare with
     */
    record Standing(String notice, List<Link> successors, String next, String announcement, boolean changes) {}

    /** What differs between two versions, and the others to choose from. */
    record Changes(
            ProcedureVersion before,
            ProcedureVersion after,
            String beforeFrom,
            String afterFrom,
            String announcement,
            List<Changed> changes,
            List<Edition> editions) {}

    /** One thing that changed: what it was and what it is, null where there is nothing. */
    record Changed(String label, String item, String before, String after) {}

    /** A version to choose, with its days as text and the address of its comparison; null for the first one. */
    record Edition(int version, String from, String until, String address) {}

    /**
     * What a unit's page shows.
     *
     * @param address that its QR code leads to; null where no centre of it receives
     */
    record Place(
            Unit unit,
            String address,
            List<Named> names,
            List<Next> became,
            boolean divided,
            String from,
            String until,
            List<Offered> offered,
            CentreDesk.Desk desk) {}

    /** What a unit offers in one field, and what its board tells of it. */
    record Offered(String field, List<Offer> procedures) {}

    /** A name with its days, as text. */
    record Named(String name, String provinceName, String from, String until, String legalBasis) {}

    /** A successor by name. */
    record Next(String id, String name, String provinceName) {}

    static native TemplateInstance home(Home view, String lang, String keep);

    static native TemplateInstance guide(Guide view, String lang, String keep);

    static native TemplateInstance place(Place view, String lang, String keep);

    static native TemplateInstance fate(Fate view, String lang, String keep);

    static native TemplateInstance changes(Changes view, String lang, String keep);

    static native TemplateInstance missing(String lang, String keep);
}
